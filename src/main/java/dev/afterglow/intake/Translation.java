package dev.afterglow.intake;

/** Turns what one sender tells into our own words. */
public interface Translation {

    /** Whose words these are. */
    Sender sender();

    /** @throws Unreadable when the body is not what the sender documents */
    News translate(Delivery delivery);
}

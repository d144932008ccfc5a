package dev.afterglow.intake;

/** What came is not what its sender's documentation says; the message tells why, in words. */
public class Unreadable extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param message which part cannot be read and what it should be */
    public Unreadable(String message) {
        super(message);
    }
}

package dev.afterglow.customer;

import java.time.Instant;

/**
 * A time in which a customer hears nothing but what belongs to her orders.
 *
 * @param by {@code customer}, or the login of the agent who asked for it on her behalf
 */
public record Pause(Instant until, String by) {

    /** Who paused or resumed when it was the customer herself. */
    public static final String CUSTOMER = "customer";

    /** Whether she asked for it herself. */
    public boolean isHers() {
        return by.equals(CUSTOMER);
    }
}

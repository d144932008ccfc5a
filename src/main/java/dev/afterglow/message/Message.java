package dev.afterglow.message;

import dev.afterglow.customer.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * One touchpoint for one reader, with everything it may speak about.
 *
 * @param rule the rule of the contact policy that let it go
 * @param turn what must still hold when it is claimed, absent for what belongs to the purchase itself
 */
public record Message(
        MessageKey key,
        Purpose purpose,
        Recipient recipient,
        MessageFacts facts,
        @Nullable String rule,
        @Nullable Turn turn,
        Route route) {

    /** A mail. */
    public Message(
            MessageKey key,
            Purpose purpose,
            Recipient recipient,
            MessageFacts facts,
            @Nullable String rule,
            @Nullable Turn turn) {
        this(key, purpose, recipient, facts, rule, turn, Route.MAIL);
    }
}

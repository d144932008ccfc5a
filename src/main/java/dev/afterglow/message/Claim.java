package dev.afterglow.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to an attempt to claim a message. */
sealed interface Claim {

    /**
     * Ours to send.
     *
     * @param attempts this one included
     * @param facts what is to be said, as frozen at the first claim
     * @param firstAt when it was first claimed; it dates the mail
     * @param turnAt when the customer's turn was taken for it, absent when none was needed
     */
    record Granted(
            MessageKey key,
            UUID token,
            int attempts,
            MessageFacts facts,
            Instant firstAt,
            @Nullable Instant turnAt) implements Claim {}

    /** Not to be tried again: too many attempts, or it may have left and must not leave twice. */
    record GivenUp(Outcome.Status status, int attempts) implements Claim {}

    /** Already settled; nothing is to be sent. */
    record Settled(Outcome outcome) implements Claim {}

    /** Somebody else is sending it right now. */
    record Busy(Instant until) implements Claim {}

    /** We have written to her since it was decided; it has to be decided anew. */
    record TurnLost() implements Claim {}

    /** Whether the token still holds the claim is decided by the ledger, not by whoever carries it. */
    static @Nullable String reply(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}

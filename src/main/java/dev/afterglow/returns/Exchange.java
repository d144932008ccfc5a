package dev.afterglow.returns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up order the shop owes a customer.
 *
 * @param followUpNumber its number once it is placed
 */
public record Exchange(
        ReturnId id,
        State state,
        @Nullable String wish,
        @Nullable String followUpNumber,
        Instant grantedAt) {

    /** What became of it. */
    public enum State {
        GRANTED,
        PLACED,
        WITHDRAWN
    }
}

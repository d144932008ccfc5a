package dev.afterglow.journey.engine;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the engine to look at the same job again at a later instant; no retry is used up and the token stays where it
 * is. It is a {@link BadUserRequestException} only because the engine logs those quietly.
 */
public class RetryLater extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    /** Looks again at this instant. */
    public RetryLater(Instant until) {
        super("Held until " + until);
        this.until = until;
    }

    Instant until() {
        return until;
    }

    static Optional<RetryLater> in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetryLater held) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }
}

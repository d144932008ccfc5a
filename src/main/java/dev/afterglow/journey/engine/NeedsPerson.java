package dev.afterglow.journey.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trying again by itself changes nothing: the step becomes an incident at once and waits for a person. */
public class NeedsPerson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what the cause says. */
    public NeedsPerson(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }

    static Optional<NeedsPerson> in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NeedsPerson found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}

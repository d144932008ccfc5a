package dev.afterglow.message;

import java.time.Instant;

/** Another attempt is sending this message right now. */
public class MessageBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    MessageBusyException(MessageKey key, Instant until) {
        super("Another attempt is sending " + key.touchpoint() + " for order " + key.order() + " until " + until);
        this.until = until;
    }

    /** When the other attempt's claim ends at the latest. */
    public Instant until() {
        return until;
    }
}

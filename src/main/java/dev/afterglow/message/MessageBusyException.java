package dev.afterglow.message;

import java.time.Instant;

/** A message cannot be handed over at this moment: another attempt has it, or the way to the mail server is taken. */
public class MessageBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    MessageBusyException(MessageKey key, Instant until) {
        this("Another attempt is sending " + key.touchpoint() + " for order " + key.order() + " until " + until, until);
    }

    MessageBusyException(String message, Instant until) {
        super(message);
        this.until = until;
    }

    /** When it is worth trying again. */
    public Instant until() {
        return until;
    }
}

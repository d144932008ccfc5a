package dev.afterglow.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hand-over that did not succeed, and what that means for the message and for all others. */
class HandOverFailure extends Exception {

    /** What is to be done about it. */
    enum Meaning {
        /** Nobody is reached there: nothing is sent there again. */
        ADDRESS_REFUSED,
        /** These words are not taken, today or tomorrow. */
        MESSAGE_REFUSED,
        /** Nobody gets anything now: the other side is away, or does not let us in. */
        CHANNEL_CLOSED,
        /** Not this one, not now. */
        NOT_NOW,
        /** The connection broke after the message and before the answer. */
        PERHAPS_SENT
    }

    private static final long serialVersionUID = 1L;

    private final Meaning meaning;
    private final transient @Nullable Instant retryAt;

    HandOverFailure(Meaning meaning, @Nullable String said, @Nullable Instant retryAt, @Nullable Throwable cause) {
        super(String.valueOf(said), cause);
        this.meaning = meaning;
        this.retryAt = retryAt;
    }

    Meaning meaning() {
        return meaning;
    }

    /** When the other side asks to be asked again, absent when it does not say. */
    @Nullable
    Instant retryAt() {
        return retryAt;
    }
}

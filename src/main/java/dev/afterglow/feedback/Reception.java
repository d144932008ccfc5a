package dev.afterglow.feedback;

/**
 * What became of an answer a customer gave.
 *
 * @param id of the answer that stands
 */
public record Reception(FeedbackId id, Result result) {

    /** How an answer was received. */
    public enum Result {
        /** It is the first one, or it stands in for an earlier one. */
        TAKEN,
        /** She said the very same before: a second click. */
        KNOWN,
        /** Too late to change what she said; the earlier answer stands. */
        TOO_LATE
    }

    /** Whether what she said now is what we keep. */
    public boolean stands() {
        return result != Result.TOO_LATE;
    }
}

package dev.afterglow.feedback;

/** Identifies an answer of a customer. */
public record FeedbackId(long value) {

    public FeedbackId {
        if (value <= 0) {
            throw new IllegalArgumentException("The id of an answer of a customer is positive, not " + value);
        }
    }

    /** Reads the text form back. */
    public static FeedbackId parse(String text) {
        return new FeedbackId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package dev.afterglow.feedback;

/** How a customer feels, as far as her latest answer tells. */
public enum Sentiment {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}

package dev.afterglow.feedback;

/** What a customer was asked. */
public enum FeedbackKind {
    /** "Have you tested it?" */
    USAGE,
    /** "How likely are you to recommend us?", 0 to 10. */
    SCORE,
    /** A review of one product, 1 to 5 stars. */
    REVIEW
}

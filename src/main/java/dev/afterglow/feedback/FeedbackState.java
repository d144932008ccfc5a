package dev.afterglow.feedback;

/** Where an answer stands. */
public enum FeedbackState {
    /** We have it; nobody has looked at it yet. */
    GIVEN,
    /** Something is being done about it. */
    FOLLOWED_UP,
    /** Everything that follows from it is done. */
    SETTLED
}

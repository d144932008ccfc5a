package dev.afterglow.feedback;

/** What follows an answer, besides a call back; the words of the decision "Feedback routing". */
public enum FollowUp {
    /** Thank her, invite her to review, give her a code for friends. */
    THANK,
    /** Ask what would make it better. */
    ASK,
    /** Ask again in a week. */
    CHECK_AGAIN,
    /** A person of the support helps. */
    OPEN_CASE,
    /** A person reads the review before it is published. */
    MODERATE,
    NONE
}

package dev.afterglow.feedback;

/** What follows an answer; the words of the decision "Feedback routing". */
public enum FollowUp {
    /** Thank her, invite her to review, give her a code for friends. */
    THANK,
    /** Ask what would make it better. */
    ASK,
    /** Ask again in a week. */
    CHECK_AGAIN,
    /** A person of the support helps. */
    OPEN_CASE,
    /** A person calls her. */
    CALL_BACK,
    /** A person reads the review before it is published. */
    MODERATE,
    /** Both, at the same time: what she is called about never delays her review. */
    MODERATE_AND_CALL_BACK,
    NONE;

    boolean moderates() {
        return this == MODERATE || this == MODERATE_AND_CALL_BACK;
    }
}

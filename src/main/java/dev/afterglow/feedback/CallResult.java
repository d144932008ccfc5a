package dev.afterglow.feedback;

/** What came of a call to an unhappy customer. */
public enum CallResult {
    SOLVED,
    CASE_NEEDED,
    NOT_REACHED,
    /** Not reached once too often; she hears no further ringing. */
    GIVEN_UP
}

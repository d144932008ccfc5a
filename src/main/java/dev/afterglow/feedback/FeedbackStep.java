package dev.afterglow.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an answer.
 *
 * @param who {@code customer}, {@code journey}, or a person by her login
 * @param note the words that went with it
 */
public record FeedbackStep(
        Instant at, String who, Event event, @Nullable String note) {

    /** What can happen to an answer. */
    public enum Event {
        GIVEN,
        CHANGED,
        EXPLAINED,
        FOLLOW_UP_BEGUN,
        CALLED,
        NOT_REACHED,
        ESCALATED,
        PUBLISHED,
        REFUSED,
        PASSED_TO_SUPPORT,
        SETTLED
    }

    static final String CUSTOMER = "customer";
    static final String JOURNEY = "journey";
}

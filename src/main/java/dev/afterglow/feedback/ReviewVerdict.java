package dev.afterglow.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Whether a review may be published.
 *
 * @param reason of a refusal, told to the customer in these words
 * @param deed what was done about the review, told to the customer in these words
 */
public record ReviewVerdict(
        boolean approved, @Nullable String reason, @Nullable String deed) {

    private static final int LONGEST_REASON = 2000;

    /** @throws IllegalArgumentException in words for whoever filled in the form */
    public ReviewVerdict {
        reason = Sentence.of(reason, "The reason");
        deed = Sentence.of(deed, "What was done");
        if (!approved && reason == null) {
            throw new IllegalArgumentException(
                    "Say why the review cannot be published; the customer is told your reason.");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("Keep the reason under " + LONGEST_REASON + " characters.");
        }
    }
}

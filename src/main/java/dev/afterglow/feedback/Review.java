package dev.afterglow.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review of one product.
 *
 * @param author first name and initial, absent when she would rather not be named
 * @param verified whether she bought it in this very order
 * @param photoPath where the photo is, absent without one
 * @param reason why it was refused
 * @param deed what was done about it
 */
public record Review(
        FeedbackId id,
        String sku,
        int stars,
        String title,
        @Nullable String text,
        String language,
        @Nullable String author,
        boolean verified,
        State state,
        @Nullable String photoPath,
        @Nullable String reason,
        @Nullable String deed,
        Instant writtenAt) {

    /** Whether others can read it. */
    public enum State {
        PENDING,
        APPROVED,
        REFUSED,
        /** Written for us alone. */
        PRIVATE
    }

    /** What all published reviews of a product say together; the average from 1 to 5. */
    public record Rating(int count, double average) {}
}

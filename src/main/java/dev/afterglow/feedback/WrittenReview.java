package dev.afterglow.feedback;

import org.jspecify.annotations.Nullable;

/**
 * A review as the customer wrote it.
 *
 * @param sku of the product, one of her order
 * @param stars 1 to 5
 * @param mayPublish whether others may read it; without, it is for us alone
 * @param mayShowName whether it is signed with her first name and initial
 * @param photo absent when she sent none
 */
public record WrittenReview(
        String sku,
        int stars,
        String title,
        @Nullable String text,
        boolean mayPublish,
        boolean mayShowName,
        @Nullable Photo photo) {

    private static final int MOST_STARS = 5;
    private static final int LONGEST_TITLE = 150;

    /** @throws IllegalArgumentException in the customer's words */
    public WrittenReview {
        title = title.strip();
        text = Sentence.of(text, "The review");
        if (stars < 1 || stars > MOST_STARS) {
            throw new IllegalArgumentException("Choose one to five stars.");
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("Give your review a title of up to " + LONGEST_TITLE + " characters.");
        }
    }
}

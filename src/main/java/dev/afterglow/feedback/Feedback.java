package dev.afterglow.feedback;

import dev.afterglow.customer.CustomerId;
import dev.afterglow.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer told us, in her latest words.
 *
 * @param subject the SKU a review is about, else empty
 * @param answer to the usage check
 * @param score 0 to 10, of a review its stars 1 to 5
 * @param wish what would make it better, asked later
 * @param unhappyWords whether her words sound unhappy
 * @param instance the engine's id of what follows it up
 * @param supportCase the id of the support case it led to
 */
public record Feedback(
        FeedbackId id,
        OrderId order,
        CustomerId customer,
        FeedbackKind kind,
        String subject,
        @Nullable UsageAnswer answer,
        @Nullable Integer score,
        @Nullable String words,
        @Nullable String wish,
        boolean unhappyWords,
        FeedbackState state,
        @Nullable String outcome,
        @Nullable String instance,
        @Nullable String supportCase,
        Instant givenAt,
        Instant changedAt) {

    private static final int PROMOTER = 9;
    private static final int PASSIVE = 7;
    private static final int GOOD_STARS = 4;
    private static final int BAD_STARS = 2;

    /** How she feels; unhappy words weigh more than a friendly number. */
    public Sentiment sentiment() {
        if (unhappyWords) {
            return Sentiment.NEGATIVE;
        }
        return switch (kind) {
            case USAGE -> ofAnswer();
            case SCORE -> between(PASSIVE, PROMOTER);
            case REVIEW -> between(BAD_STARS + 1, GOOD_STARS);
        };
    }

    private Sentiment ofAnswer() {
        return answer == UsageAnswer.WORKS_WELL
                ? Sentiment.POSITIVE
                : answer == UsageAnswer.PROBLEM ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    }

    private Sentiment between(int neutralFrom, int positiveFrom) {
        if (score == null) {
            return Sentiment.NEUTRAL;
        }
        return score >= positiveFrom
                ? Sentiment.POSITIVE
                : score >= neutralFrom ? Sentiment.NEUTRAL : Sentiment.NEGATIVE;
    }
}

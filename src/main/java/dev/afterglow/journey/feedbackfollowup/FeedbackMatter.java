package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.FeedbackId;
import dev.afterglow.feedback.FollowUps;
import dev.afterglow.feedback.FollowUps.Call;
import dev.afterglow.feedback.ReferralCodes;
import dev.afterglow.feedback.Review;
import dev.afterglow.feedback.Reviews;
import dev.afterglow.journey.touchpoint.MatterSource;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the messages of a follow-up quote: the words of a colleague, and the code for friends. */
@Component
class FeedbackMatter implements MatterSource {

    static final String PROCESS = "feedbackFollowUp";

    private final Answers answers;
    private final Reviews reviews;
    private final FollowUps followUps;
    private final ReferralCodes codes;

    FeedbackMatter(Answers answers, Reviews reviews, FollowUps followUps, ReferralCodes codes) {
        this.answers = answers;
        this.reviews = reviews;
        this.followUps = followUps;
        this.codes = codes;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public Matter matter(String reference, Dossier dossier) {
        return matter("", reference, dossier);
    }

    @Override
    public Matter matter(String touchpoint, String reference, Dossier dossier) {
        var feedback = answers.byId(FeedbackId.parse(reference)).orElseThrow();
        var code = codes.of(feedback.customer()).orElse(null);
        var choice = feedback.answer() == null ? null : feedback.answer().name();
        return new Matter(dossier.order().number(), words(touchpoint, feedback), null, null, code, choice, List.of());
    }

    private @Nullable String words(String touchpoint, Feedback feedback) {
        return switch (touchpoint) {
            case "you-said-we-did" ->
                followUps.lastCall(feedback.id()).map(Call::deed).orElse(null);
            case "review-published" ->
                reviews.byId(feedback.id()).map(Review::deed).orElse(null);
            case "review-refused" ->
                reviews.byId(feedback.id()).map(Review::reason).orElse(null);
            default -> null;
        };
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.CallResult;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.FeedbackId;
import dev.afterglow.feedback.FollowUps;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands what a customer said over to the support: one case for one answer, whatever she adds to it. */
@Component
class SupportCases {

    private static final String ONLY_A_CLICK = "There is a problem.";

    private final Answers answers;
    private final FollowUps followUps;
    private final SupportDesk support;

    SupportCases(Answers answers, FollowUps followUps, SupportDesk support) {
        this.answers = answers;
        this.followUps = followUps;
        this.support = support;
    }

    void pass(FeedbackId id) {
        var feedback = answers.byId(id).orElseThrow();
        var words = words(feedback);
        if (feedback.supportCase() != null) {
            support.customerAnswered(CaseId.parse(feedback.supportCase()), words);
        } else {
            var opened = support.open(feedback.order(), Topic.CARE_AND_REPAIR, words, subject(feedback));
            followUps.passToSupport(id, opened.toString());
        }
    }

    /** After a call the note of the colleague says it best, for it holds what she said on the phone. */
    private String words(Feedback feedback) {
        return followUps
                .lastCall(feedback.id())
                .filter(call -> call.result() == CallResult.CASE_NEEDED)
                .map(FollowUps.Call::note)
                .orElse(Objects.requireNonNullElse(feedback.words(), ONLY_A_CLICK));
    }

    private static @Nullable String subject(Feedback feedback) {
        return feedback.subject().isEmpty() ? null : feedback.subject();
    }
}

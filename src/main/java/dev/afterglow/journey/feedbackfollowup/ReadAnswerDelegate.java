package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import dev.afterglow.feedback.Review;
import dev.afterglow.feedback.Reviews;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads what she said, and leaves word where it is followed up. */
@Component("readAnswer")
class ReadAnswerDelegate implements JavaDelegate {

    private static final int NO_SCORE = -1;

    private final FollowUps followUps;
    private final Reviews reviews;

    ReadAnswerDelegate(FollowUps followUps, Reviews reviews) {
        this.followUps = followUps;
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);

        var feedback = followUps.begin(id, execution.getProcessInstanceId());
        var pending = reviews.byId(id)
                .filter(review -> review.state() == Review.State.PENDING)
                .isPresent();

        FeedbackFollowUpVariables.KIND.on(execution, feedback.kind().name());
        FeedbackFollowUpVariables.ANSWER.on(execution, Objects.toString(feedback.answer(), "NONE"));
        FeedbackFollowUpVariables.SCORE.on(execution, Objects.requireNonNullElse(feedback.score(), NO_SCORE));
        FeedbackFollowUpVariables.UNHAPPY_WORDS.on(execution, feedback.unhappyWords());
        FeedbackFollowUpVariables.MAY_BE_PUBLISHED.on(execution, pending);
    }
}

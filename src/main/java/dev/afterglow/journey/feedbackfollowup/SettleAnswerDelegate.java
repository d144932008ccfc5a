package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUp;
import dev.afterglow.feedback.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the answer with how it was settled. */
@Component("settleAnswer")
class SettleAnswerDelegate implements JavaDelegate {

    private final FollowUps followUps;

    SettleAnswerDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);
        var followUp = FeedbackFollowUpVariables.FOLLOW_UP.in(execution).orElseThrow();

        followUps.settle(id, FollowUp.valueOf(followUp));
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps whether the review is published, and who decided it. */
@Component("keepVerdict")
class KeepVerdictDelegate implements JavaDelegate {

    private final FollowUps followUps;

    KeepVerdictDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);
        var verdict = ModerationForm.filledIn(execution);

        followUps.decide(id, verdict, FeedbackFollowUpVariables.doneBy(execution));

        FeedbackFollowUpVariables.APPROVED.on(execution, verdict.approved());
    }
}

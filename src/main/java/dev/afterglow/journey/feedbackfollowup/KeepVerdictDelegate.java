package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps whether the review is published, and who decided it. */
@Component("keepVerdict")
class KeepVerdictDelegate implements JavaDelegate {

    private final FollowUps followUps;
    private final Colleague colleague;

    KeepVerdictDelegate(FollowUps followUps, Colleague colleague) {
        this.followUps = followUps;
        this.colleague = colleague;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);
        var verdict = ModerationForm.filledIn(execution);

        followUps.decide(id, verdict, colleague.atWork());

        FeedbackFollowUpVariables.APPROVED.on(execution, verdict.approved());
    }
}

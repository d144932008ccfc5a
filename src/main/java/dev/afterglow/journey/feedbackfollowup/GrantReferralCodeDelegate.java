package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives her a code for her friends. */
@Component("grantReferralCode")
class GrantReferralCodeDelegate implements JavaDelegate {

    private final FollowUps followUps;

    GrantReferralCodeDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);

        followUps.grantCode(id);
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the follow-up begin anew with what she says now. */
@Component("followUpAnew")
class FollowUpAnewDelegate implements JavaDelegate {

    private final FeedbackChanges changes;

    FollowUpAnewDelegate(FeedbackChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = TouchpointVariables.REFERENCE.in(execution).orElseThrow();

        changes.followUp(execution.getProcessBusinessKey(), reference);
    }
}

package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the follow-up of what the customer said. */
@Component("openFeedbackFollowUp")
class OpenFeedbackFollowUpDelegate implements JavaDelegate {

    private final Branches branches;

    OpenFeedbackFollowUpDelegate(Branches branches) {
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = TouchpointVariables.REFERENCE.in(execution).orElseThrow();

        branches.open(Branch.FEEDBACK, execution.getProcessBusinessKey(), reference);
    }
}

package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case of what the customer needs help with. */
@Component("openSupportCase")
class OpenSupportCaseDelegate implements JavaDelegate {

    private final Branches branches;

    OpenSupportCaseDelegate(Branches branches) {
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = TouchpointVariables.REFERENCE.in(execution).orElseThrow();

        branches.open(Branch.SUPPORT, execution.getProcessBusinessKey(), reference);
    }
}

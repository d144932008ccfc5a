package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the return the customer asked for. */
@Component("openReturn")
class OpenReturnDelegate implements JavaDelegate {

    private final Branches branches;

    OpenReturnDelegate(Branches branches) {
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = TouchpointVariables.REFERENCE.in(execution).orElseThrow();

        branches.open(Branch.RETURN, execution.getProcessBusinessKey(), reference);
    }
}

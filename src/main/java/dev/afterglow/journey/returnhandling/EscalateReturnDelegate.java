package dev.afterglow.journey.returnhandling;

import dev.afterglow.journey.tasks.Supervisors;
import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows what nobody did in time to the supervisors as well. */
@Component("escalateReturn")
class EscalateReturnDelegate implements JavaDelegate {

    private final Supervisors supervisors;
    private final ReturnProgress returns;

    EscalateReturnDelegate(Supervisors supervisors, ReturnProgress returns) {
        this.supervisors = supervisors;
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        supervisors.ask(execution, task -> true);
        returns.escalate(id);
    }
}

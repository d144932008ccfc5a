package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.Uptake;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps which run works on the return, and looks up what its policy asks about. */
@Component("takeUpReturn")
class TakeUpReturnDelegate implements JavaDelegate {

    private final Uptake returns;

    TakeUpReturnDelegate(Uptake returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        var facts = returns.takeUp(id, execution.getProcessInstanceId());

        PolicyQuestions.ask(facts, execution);
    }
}

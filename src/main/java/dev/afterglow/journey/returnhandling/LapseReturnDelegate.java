package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a return whose parcel never came. */
@Component("lapseReturn")
class LapseReturnDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    LapseReturnDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        returns.lapse(id);

        ReturnHandlingVariables.RESOLUTION.on(execution, ReturnHandlingVariables.NOTHING);
    }
}

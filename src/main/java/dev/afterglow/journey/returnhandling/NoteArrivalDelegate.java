package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps that the parcel is here. */
@Component("noteArrival")
class NoteArrivalDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    NoteArrivalDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        returns.arrive(id, Answers.person(execution));
    }
}

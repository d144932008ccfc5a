package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a supervisor grants for a parcel that is not as described. */
@Component("noteDecisionOnDeviation")
class NoteDecisionOnDeviationDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    NoteDecisionOnDeviationDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var amount = Amounts.read(Answers.field(execution, "grantedAmount"));
        var words = Answers.field(execution, "customerWords");

        returns.grant(id, amount, words, Answers.person(execution));

        var granted = amount.signum() > 0;
        ReturnHandlingVariables.GRANTED.on(execution, granted);
        if (!granted) {
            ReturnHandlingVariables.RESOLUTION.on(execution, ReturnHandlingVariables.NOTHING);
        }
    }
}

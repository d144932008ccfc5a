package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a person decided about the return. */
@Component("noteDecisionOnReturn")
class NoteDecisionOnReturnDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    NoteDecisionOnReturnDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var approved = "approve".equals(Answers.field(execution, "decision"));
        var words = Answers.field(execution, "customerWords");

        returns.review(id, approved, words, Answers.person(execution));

        ReturnHandlingVariables.APPROVED.on(execution, approved);
    }
}

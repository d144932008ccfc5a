package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what was found in the parcel. */
@Component("noteInspection")
class NoteInspectionDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    NoteInspectionDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var asExpected = "as-expected".equals(Answers.field(execution, "finding"));
        var words = Answers.field(execution, "findingWords");

        returns.inspect(id, asExpected, words, Answers.person(execution));

        ReturnHandlingVariables.AS_EXPECTED.on(execution, asExpected);
    }
}

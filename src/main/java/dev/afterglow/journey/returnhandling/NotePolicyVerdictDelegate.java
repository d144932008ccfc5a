package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the policy said. */
@Component("notePolicyVerdict")
class NotePolicyVerdictDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    NotePolicyVerdictDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var verdict = ReturnHandlingVariables.VERDICT.in(execution).orElseThrow();

        var approved = returns.judge(id, verdict);

        ReturnHandlingVariables.APPROVED.on(execution, approved);
    }
}

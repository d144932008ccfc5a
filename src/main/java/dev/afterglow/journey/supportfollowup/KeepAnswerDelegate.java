package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what an agent answered. */
@Component("keepAnswer")
class KeepAnswerDelegate implements JavaDelegate {

    private final CaseWork work;

    KeepAnswerDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var result = SupportFollowUpVariables.RESULT.in(execution).orElse(null);
        var outcome = CaseOutcome.chosen(result, CaseOutcome.SOLVED, CaseOutcome.INFORMED, CaseOutcome.UNSOLVED);

        work.answer(SupportFollowUpVariables.caseOf(execution), FilledIn.answer(execution, outcome, null));
    }
}

package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down that a case was not answered in time. */
@Component("escalateCase")
class EscalateCaseDelegate implements JavaDelegate {

    private final CaseWork work;

    EscalateCaseDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.escalate(SupportFollowUpVariables.caseOf(execution));
    }
}

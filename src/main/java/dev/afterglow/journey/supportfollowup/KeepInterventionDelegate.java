package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a supervisor did about an overdue case. */
@Component("keepIntervention")
class KeepInterventionDelegate implements JavaDelegate {

    private final CaseWork work;

    KeepInterventionDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var note = SupportFollowUpVariables.NOTE.in(execution).orElse(null);

        work.stepIn(SupportFollowUpVariables.caseOf(execution), FilledIn.by(execution), note);
    }
}

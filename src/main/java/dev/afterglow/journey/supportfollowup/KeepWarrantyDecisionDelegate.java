package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps whether the warranty covers a fault, and why. */
@Component("keepWarrantyDecision")
class KeepWarrantyDecisionDelegate implements JavaDelegate {

    private final CaseWork work;

    KeepWarrantyDecisionDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var decision = SupportFollowUpVariables.DECISION.in(execution).orElse(null);
        var outcome = CaseOutcome.chosen(decision, CaseOutcome.WARRANTY_ACCEPTED, CaseOutcome.WARRANTY_REFUSED);

        work.answer(SupportFollowUpVariables.caseOf(execution), FilledIn.answer(execution, outcome, null));
    }
}

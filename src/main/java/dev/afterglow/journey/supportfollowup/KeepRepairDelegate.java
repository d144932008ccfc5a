package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what an agent arranged for a product that needs care or repair. */
@Component("keepRepair")
class KeepRepairDelegate implements JavaDelegate {

    private final CaseWork work;

    KeepRepairDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var arrangement = SupportFollowUpVariables.ARRANGEMENT.in(execution).orElse(null);

        work.answer(
                SupportFollowUpVariables.caseOf(execution),
                FilledIn.answer(execution, CaseOutcome.REPAIR_ARRANGED, arrangement));
    }
}

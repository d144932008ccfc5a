package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseWork;
import dev.afterglow.support.SupportDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the work on a case and looks up what its triage depends on. */
@Component("lookUpCase")
class LookUpCaseDelegate implements JavaDelegate {

    private final SupportDesk desk;
    private final CaseWork work;

    LookUpCaseDelegate(SupportDesk desk, CaseWork work) {
        this.desk = desk;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = SupportFollowUpVariables.caseOf(execution);
        var found = desk.byId(id).orElseThrow();

        work.begin(id, execution.getProcessInstanceId());
        var circumstances = work.circumstances(found);

        SupportFollowUpVariables.TOPIC.on(execution, found.topic().name());
        SupportFollowUpVariables.PRODUCT_KNOWN.on(execution, circumstances.productKnown());
        SupportFollowUpVariables.WARRANTY_RUNNING.on(execution, circumstances.warrantyRunning());
        SupportFollowUpVariables.LOYAL_CUSTOMER.on(execution, circumstances.loyalCustomer());
        SupportFollowUpVariables.ORDER_VALUE.on(execution, circumstances.orderValue());
        SupportFollowUpVariables.REPLIED.on(execution, false);
    }
}

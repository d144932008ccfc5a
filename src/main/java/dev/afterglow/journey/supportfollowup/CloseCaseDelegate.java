package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a case and tells whether to ask how it went. */
@Component("closeCase")
class CloseCaseDelegate implements JavaDelegate {

    private final CaseWork work;

    CloseCaseDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var askHowItWent = work.close(SupportFollowUpVariables.caseOf(execution));

        SupportFollowUpVariables.ASK_HOW_IT_WENT.on(execution, askHowItWent);
    }
}

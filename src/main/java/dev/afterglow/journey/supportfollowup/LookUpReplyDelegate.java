package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up whether the customer wrote what nobody has read yet. */
@Component("lookUpReply")
class LookUpReplyDelegate implements JavaDelegate {

    private final CaseWork work;

    LookUpReplyDelegate(CaseWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = SupportFollowUpVariables.caseOf(execution);

        var replied = work.hasUnread(id);

        SupportFollowUpVariables.REPLIED.on(execution, replied);
    }
}

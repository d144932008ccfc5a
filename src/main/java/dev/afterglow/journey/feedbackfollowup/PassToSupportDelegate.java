package dev.afterglow.journey.feedbackfollowup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands what she said over to the support. */
@Component("passToSupport")
class PassToSupportDelegate implements JavaDelegate {

    private final SupportCases cases;

    PassToSupportDelegate(SupportCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);

        cases.pass(id);
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import dev.afterglow.journey.tasks.Supervisors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows a call that nobody made in time to the supervisors as well. */
@Component("askSupervisors")
class AskSupervisorsDelegate implements JavaDelegate {

    private final Supervisors supervisors;
    private final FollowUps followUps;

    AskSupervisorsDelegate(Supervisors supervisors, FollowUps followUps) {
        this.supervisors = supervisors;
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);

        supervisors.ask(execution, task -> FeedbackTaskFacts.CALL_BACK.equals(task.getTaskDefinitionKey()));
        followUps.escalate(id);
    }
}

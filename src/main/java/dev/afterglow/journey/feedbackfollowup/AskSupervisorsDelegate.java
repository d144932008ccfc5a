package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows a call that nobody made in time to the supervisors as well. */
@Component("askSupervisors")
class AskSupervisorsDelegate implements JavaDelegate {

    private static final int URGENT = 90;

    private final TaskService tasks;
    private final FollowUps followUps;

    AskSupervisorsDelegate(TaskService tasks, FollowUps followUps) {
        this.tasks = tasks;
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);
        var late = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(FeedbackTaskFacts.CALL_BACK)
                .list();

        late.forEach(call -> {
            tasks.addCandidateGroup(call.getId(), "supervisors");
            tasks.setPriority(call.getId(), URGENT);
        });
        followUps.escalate(id);
    }
}

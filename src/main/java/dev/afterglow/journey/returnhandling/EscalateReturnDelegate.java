package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows what nobody did in time to the supervisors as well: it is one task, and gone for all once it is done. */
@Component("escalateReturn")
class EscalateReturnDelegate implements JavaDelegate {

    private static final int URGENT = 90;

    private final TaskService tasks;
    private final ReturnProgress returns;

    EscalateReturnDelegate(TaskService tasks, ReturnProgress returns) {
        this.tasks = tasks;
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var late = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();

        late.forEach(task -> {
            tasks.addCandidateGroup(task.getId(), "supervisors");
            tasks.setPriority(task.getId(), URGENT);
        });

        returns.escalate(id);
    }
}

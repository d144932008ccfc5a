package dev.afterglow.journey.tasks;

import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Are shown as well what nobody did in time: it stays one task, and is gone for all once it is done. */
@Component
public class Supervisors {

    private static final String GROUP = "supervisors";
    private static final int URGENT = 90;

    private final TaskService tasks;

    Supervisors(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Asks them about those of the instance's open tasks that are late. */
    public void ask(DelegateExecution execution, Predicate<Task> late) {
        tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .filter(late)
                .forEach(task -> {
                    tasks.addCandidateGroup(task.getId(), GROUP);
                    tasks.setPriority(task.getId(), URGENT);
                });
    }
}

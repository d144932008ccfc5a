package dev.afterglow;

import dev.afterglow.order.OrderId;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.test.context.TestComponent;

/** The people who do the tasks of an order, by filling in the forms. */
@TestComponent
public class TestAgents {

    private final TaskService tasks;
    private final FormService forms;

    TestAgents(TaskService tasks, FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    /** The order's only task of this step; null when there is none. */
    public Task task(OrderId order, String step) {
        return of(order, step).singleResult();
    }

    /** How many tasks of this step wait. */
    public long open(OrderId order, String step) {
        return of(order, step).count();
    }

    /** Fills in the form of the order's only task of this step. */
    public void complete(OrderId order, String step, Map<String, Object> answers) {
        forms.submitTaskForm(task(order, step).getId(), answers);
    }

    private TaskQuery of(OrderId order, String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .taskDefinitionKey(step);
    }
}

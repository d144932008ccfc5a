package dev.afterglow.journey.tasks;

import static java.util.stream.Collectors.toMap;

import dev.afterglow.journey.touchpoint.Dossiers;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.order.Dossier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives every task what a person needs to know, and hands what she filled in to the step behind it. Forms read and write
 * the task's own variables only: they are deleted with it and never reach the history.
 */
@Component
class TaskContext implements TaskListener {

    /** The keys of the fields to fill in, as one text: a text needs no serialization. */
    private static final String ASKED = "asked";

    private static final String BETWEEN = ",";

    /** The engine's column for a text. */
    private static final int LONGEST = 4000;

    private final Dossiers dossiers;
    private final OrderFacts order;
    private final Map<String, TaskFacts> facts;

    TaskContext(Dossiers dossiers, OrderFacts order, List<TaskFacts> facts) {
        this.dossiers = dossiers;
        this.order = order;
        this.facts = facts.stream().collect(toMap(TaskFacts::process, source -> source));
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            brief(task);
        } else {
            handOver(task);
        }
    }

    private void brief(DelegateTask task) {
        var dossier = dossiers.of(task.getExecution());
        task.setName("%s · %s · %s".formatted(task.getName(), dossier.order().number(), order.shortName(dossier)));
        order.of(dossier).forEach((key, fact) -> show(task, key, fact));
        sheet(task, dossier).ifPresent(sheet -> {
            sheet.shown().forEach((key, fact) -> show(task, key, fact));
            sheet.asked().forEach((key, suggestion) -> show(task, key, suggestion));
            show(task, ASKED, String.join(BETWEEN, sheet.asked().keySet()));
        });
    }

    private Optional<TaskSheet> sheet(DelegateTask task, Dossier dossier) {
        var process =
                ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey();
        return Optional.ofNullable(facts.get(process))
                .map(source -> source.sheet(
                        task.getTaskDefinitionKey(),
                        TouchpointVariables.REFERENCE.in(task.getExecution()).orElseThrow(),
                        dossier));
    }

    /** Transient: words of people pass through the engine without being stored in it, and may be of any length. */
    private static void handOver(DelegateTask task) {
        var person = Context.getCommandContext().getAuthenticatedUserId();
        pass(task, TaskVariables.DONE_BY.name(), person == null ? task.getAssignee() : person);
        if (task.getVariableLocal(ASKED) instanceof String asked && !asked.isEmpty()) {
            for (var key : asked.split(BETWEEN)) {
                handOver(task, key);
            }
        }
    }

    /** A form fills in the task's own variable; who completes a task without its form sets the instance's. */
    private static void handOver(DelegateTask task, String key) {
        var instance = task.getExecution();
        pass(task, key, instance.hasVariable(key) ? instance.getVariable(key) : task.getVariableLocal(key));
    }

    private static void pass(DelegateTask task, String key, @Nullable Object answer) {
        task.getExecution().removeVariable(key);
        task.getExecution().setVariable(key, Variables.untypedValue(answer, true));
    }

    private static void show(DelegateTask task, String key, @Nullable Object fact) {
        task.setVariableLocal(key, fact instanceof String text ? shortened(text) : fact);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

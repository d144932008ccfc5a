package dev.afterglow.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Days are what their labels say, and the journey is saved where a step must not be repeated or waited for. */
final class TimeRules {

    private static final Pattern DAY = Pattern.compile("\\$\\{calendar\\.day\\(execution, (\\d+)\\)}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private TimeRules() {}

    static Stream<String> dayLabelsSayTheTimersDay(Drawing drawing) {
        return drawing.each(CatchEvent.class)
                .filter(event -> day(event) != null)
                .filter(event -> event.getName() != null
                        && !NUMBER.matcher(event.getName())
                                .results()
                                .map(MatchResult::group)
                                .toList()
                                .equals(List.of(day(event))))
                .map(event -> drawing.at(
                        event,
                        "the timer waits for day %s; let the label say the same number and no other"
                                .formatted(day(event))));
    }

    static Stream<String> daysAreCountedFromTheOrder(Drawing drawing) {
        return drawing.each(IntermediateCatchEvent.class)
                .filter(event -> timers(event).anyMatch(timer -> timer.getTimeDate() == null))
                .filter(event -> sources(event).noneMatch(EventBasedGateway.class::isInstance))
                .map(event -> drawing.at(
                        event, "durations in a row drift; wait for a date, ${calendar.day(execution, 10)} for day 10"));
    }

    static Stream<String> savesBeforeSendingWhereNoTimerDoes(Drawing drawing) {
        return drawing.each(SendTask.class)
                .filter(task -> !isSavedBefore(task, new HashSet<>()))
                .map(task -> drawing.at(
                        task, "tick \"asynchronous before\": whoever triggers this would wait for the mail server"));
    }

    static Stream<String> savesNoMoreThanNeeded(Drawing drawing) {
        var twice = drawing.each(Activity.class)
                .filter(FlowNode::isCamundaAsyncBefore)
                .filter(task ->
                        behindGateways(task).allMatch(source -> isTimer(source) || source.isCamundaAsyncAfter()))
                .map(task -> drawing.at(
                        task, "untick \"asynchronous before\": the timer before it already saves the journey"));
        var after = drawing.each(Task.class)
                .filter(task -> !(task instanceof ReceiveTask) && !(task instanceof UserTask))
                .filter(FlowNode::isCamundaAsyncAfter)
                .map(task -> drawing.at(task, "untick \"asynchronous after\": a repeated step does nothing twice"));
        return Stream.concat(twice, after);
    }

    static Stream<String> everyHumanDecisionIsRecorded(Drawing drawing) {
        return drawing.each(UserTask.class)
                .filter(task -> task.getOutgoing().stream()
                        .map(SequenceFlow::getTarget)
                        .anyMatch(target -> !(target instanceof ServiceTask)))
                .map(task -> drawing.at(task, "let a service task follow that records what was decided"));
    }

    /** Whether on every way to this node the engine's own job, not a caller, carries the journey. */
    private static boolean isSavedBefore(FlowNode node, Set<FlowNode> seen) {
        if (node.isCamundaAsyncBefore()) {
            return true;
        }
        if (node instanceof BoundaryEvent event && !isTimer(event)) {
            return isErrorOf(event) && isSavedBefore(event.getAttachedTo(), seen);
        }
        if (node.getIncoming().isEmpty()) {
            return node.getParentElement() instanceof SubProcess scope
                    && !scope.triggeredByEvent()
                    && isSavedBefore(scope, seen);
        }
        return sources(node).allMatch(source -> !seen.add(source) || arrivesInAJob(source, seen));
    }

    private static boolean arrivesInAJob(FlowNode source, Set<FlowNode> seen) {
        if (source.isCamundaAsyncAfter() || isTimer(source)) {
            return true;
        }
        var waits = source instanceof UserTask
                || source instanceof ReceiveTask
                || source instanceof IntermediateCatchEvent
                || source instanceof StartEvent start
                        && !start.getEventDefinitions().isEmpty();
        return !waits && isSavedBefore(source, seen);
    }

    private static Stream<FlowNode> behindGateways(FlowNode node) {
        return sources(node)
                .flatMap(source -> source instanceof Gateway && !source.isCamundaAsyncBefore()
                        ? source.getIncoming().size() == 1 ? behindGateways(source) : sources(source)
                        : Stream.of(source));
    }

    private static Stream<FlowNode> sources(FlowNode node) {
        return node.getIncoming().stream().map(SequenceFlow::getSource);
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event && timers(event).findAny().isPresent();
    }

    private static boolean isErrorOf(BoundaryEvent event) {
        return event.getEventDefinitions().stream().allMatch(ErrorEventDefinition.class::isInstance);
    }

    private static Stream<TimerEventDefinition> timers(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast);
    }

    private static String day(CatchEvent event) {
        return timers(event)
                .filter(timer -> timer.getTimeDate() != null)
                .map(timer -> DAY.matcher(timer.getTimeDate().getTextContent().trim()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(null);
    }
}

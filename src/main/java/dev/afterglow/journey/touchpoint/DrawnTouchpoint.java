package dev.afterglow.journey.touchpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * A touchpoint as drawn: the day timer, and the send task it leads to.
 *
 * @param timer the id of the timer event
 */
public record DrawnTouchpoint(String timer, int day, String touchpoint) {

    private static final Pattern DAY = Pattern.compile("\\$\\{calendar\\.day\\(execution, (\\d+)\\)}");
    private static final int FARTHEST = 10;

    /** All of a drawing, first day first. */
    static List<DrawnTouchpoint> allIn(BpmnModelInstance drawing) {
        return drawing.getModelElementsByType(IntermediateCatchEvent.class).stream()
                .flatMap(timer -> read(timer).stream())
                .sorted(Comparator.comparingInt(DrawnTouchpoint::day))
                .toList();
    }

    private static Optional<DrawnTouchpoint> read(IntermediateCatchEvent timer) {
        return dayOf(timer)
                .flatMap(day -> touchpointAfter(timer, 0)
                        .map(touchpoint -> new DrawnTouchpoint(timer.getId(), day, touchpoint)));
    }

    private static Optional<Integer> dayOf(IntermediateCatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .filter(timer -> timer.getTimeDate() != null)
                .map(timer -> DAY.matcher(timer.getTimeDate().getTextContent().strip()))
                .filter(day -> day.matches())
                .map(day -> Integer.valueOf(day.group(1)))
                .findFirst();
    }

    /** Follows the flow to the next send task, but not past another timer: that one's touchpoint is its own. */
    private static Optional<String> touchpointAfter(FlowNode node, int steps) {
        for (SequenceFlow flow : node.getOutgoing()) {
            var target = flow.getTarget();
            if (target instanceof SendTask send) {
                return property(send);
            }
            if (!(target instanceof IntermediateCatchEvent) && steps < FARTHEST) {
                var further = touchpointAfter(target, steps + 1);
                if (further.isPresent()) {
                    return further;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> property(SendTask send) {
        return Optional.ofNullable(send.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "touchpoint".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}

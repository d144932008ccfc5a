package dev.afterglow.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A drawing is one process that says who it is, small enough for a screen, with ids one can talk about. */
final class IdentityRules {

    private static final int MOST_NODES = 25;

    /** In this order: a start event is also an event. */
    private static final Map<Class<? extends BaseElement>, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put(StartEvent.class, "startEvent_");
        PREFIXES.put(EndEvent.class, "endEvent_");
        PREFIXES.put(Event.class, "event_");
        PREFIXES.put(SendTask.class, "sendTask_");
        PREFIXES.put(ServiceTask.class, "serviceTask_");
        PREFIXES.put(UserTask.class, "userTask_");
        PREFIXES.put(ReceiveTask.class, "receiveTask_");
        PREFIXES.put(BusinessRuleTask.class, "businessRuleTask_");
        PREFIXES.put(CallActivity.class, "callActivity_");
        PREFIXES.put(SubProcess.class, "subProcess_");
        PREFIXES.put(Gateway.class, "gateway_");
        PREFIXES.put(SequenceFlow.class, "flow_");
        PREFIXES.put(Message.class, "message_");
        PREFIXES.put(Error.class, "error_");
        PREFIXES.put(Signal.class, "signal_");
        PREFIXES.put(Escalation.class, "escalation_");
    }

    private IdentityRules() {}

    static Stream<String> isOneProcessNamedAsItsFile(Drawing drawing) {
        var processes = drawing.each(Process.class).toList();
        if (processes.size() != 1) {
            return Stream.of(drawing.at("has %d processes; draw exactly one".formatted(processes.size())));
        }
        var process = processes.get(0);
        var expected = Names.idOf(drawing.file());
        return Findings.of()
                .when(!process.isExecutable(), drawing.at(process, "tick Executable"))
                .when(!process.getId().equals(expected), drawing.at(process, "call the process " + expected))
                .when(
                        drawing.each(Participant.class).findAny().isPresent()
                                || drawing.each(Lane.class).findAny().isPresent(),
                        drawing.at("take the pool and its lanes away"))
                .stream();
    }

    static Stream<String> introducesItself(Drawing drawing) {
        var definitions = drawing.model().getDefinitions();
        var findings = Findings.of()
                .when(
                        !"Camunda Platform"
                                .equals(definitions.getAttributeValueNs(Drawing.MODELER, "executionPlatform")),
                        drawing.at("set modeler:executionPlatform to Camunda Platform"))
                .when(
                        !"7.24.0".equals(definitions.getAttributeValueNs(Drawing.MODELER, "executionPlatformVersion")),
                        drawing.at("set modeler:executionPlatformVersion to 7.24.0"));
        drawing.each(Process.class)
                .forEach(process -> findings.when(
                                Drawing.isBlank(process.getName()), drawing.at(process, "give the process a name"))
                        .when(
                                Drawing.isBlank(process.getCamundaHistoryTimeToLiveString()),
                                drawing.at(process, "set the history time to live"))
                        .when(
                                Drawing.isBlank(process.getCamundaVersionTag()),
                                drawing.at(process, "set the version tag"))
                        .when(
                                process.getDocumentations().stream()
                                        .allMatch(text -> Drawing.isBlank(text.getTextContent())),
                                drawing.at(process, "document purpose, trigger and end states")));
        return findings.stream();
    }

    static Stream<String> idsSayTypeAndMeaning(Drawing drawing) {
        return drawing.each(BaseElement.class)
                .filter(element -> element instanceof FlowNode || prefix(element) != null)
                .flatMap(element -> {
                    var prefix = prefix(element);
                    return Findings.of()
                            .when(
                                    prefix == null,
                                    drawing.at(
                                            element,
                                            "draw a send, service, user, receive or business rule task instead of a "
                                                    + element.getElementType().getTypeName()))
                            .when(
                                    prefix != null && !element.getId().matches(prefix + "[a-z][A-Za-z0-9]*"),
                                    drawing.at(
                                            element,
                                            "give it an id like " + prefix + "whatItMeans, in the words of its label"))
                            .stream();
                });
    }

    static Stream<String> fitsOnAScreen(Drawing drawing) {
        return Stream.concat(drawing.each(Process.class).map(BaseElement.class::cast), drawing.each(SubProcess.class))
                .flatMap(scope -> {
                    // Event sub-processes stand beside the row and are counted by themselves; a join says nothing.
                    var nodes = scope.getChildElementsByType(FlowNode.class).stream()
                            .filter(node -> !(node instanceof SubProcess beside && beside.triggeredByEvent()))
                            .filter(node -> node.getName() != null)
                            .count();
                    return Findings.of()
                            .when(
                                    nodes > MOST_NODES,
                                    drawing.at(
                                            scope,
                                            ("%d nodes are too many to read; move a part into a drawing of its own "
                                                            + "(at most %d)")
                                                    .formatted(nodes, MOST_NODES)))
                            .stream();
                });
    }

    private static String prefix(BaseElement element) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}

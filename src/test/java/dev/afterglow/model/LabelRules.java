package dev.afterglow.model;

import static dev.afterglow.model.Drawing.isBlank;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;

/** Labels read like sentences a shop keeper would say. */
final class LabelRules {

    private static final Pattern TITLE_CASE = Pattern.compile("\\S+ .*\\b[A-Z][a-z]+.*");
    private static final Pattern TECHNICAL = Pattern.compile(
            "\\b(process(ed|es|ing)?|handl(e[ds]?|ing)|execut(e[ds]?|ion)|task|subprocess|delegate|bean|null|true|false"
                    + "|variable|boolean|flag|string|id|uuid|database|sql|api|rest|json|xml|http|webhook|engine|queue"
                    + "|job|cron|retry|trigger(s|ed)?|callback|instance|exception|async|correlate|smtp|dmn|bpmn)\\b",
            Pattern.CASE_INSENSITIVE);

    private LabelRules() {}

    static Stream<String> everythingIsNamed(Drawing drawing) {
        return drawing.nodes()
                .filter(node -> node instanceof Activity || node instanceof Event)
                .filter(node -> isBlank(node.getName()))
                .map(node ->
                        drawing.at(node, "give it a label: verb and object for a task, what happened for an event"));
    }

    static Stream<String> tasksSayVerbAndObject(Drawing drawing) {
        return drawing.each(Task.class)
                .filter(task ->
                        !isBlank(task.getName()) && !task.getName().trim().contains(" "))
                .map(task -> drawing.at(task, "say verb and object, for example \"Send welcome\""));
    }

    static Stream<String> gatewaysAskAndFlowsAnswer(Drawing drawing) {
        return drawing.each(Gateway.class).filter(LabelRules::decidesOnData).flatMap(gateway -> {
            var splits = gateway.getOutgoing().size() > 1;
            var asks = !isBlank(gateway.getName()) && gateway.getName().endsWith("?");
            var findings = Findings.of()
                    .when(splits && !asks, drawing.at(gateway, "ask the question it decides, with its mark"))
                    .when(
                            !splits && !isBlank(gateway.getName()),
                            drawing.at(gateway, "a gateway that only joins stays without a label"));
            return splits ? Stream.concat(findings.stream(), unnamedAnswers(drawing, gateway)) : findings.stream();
        });
    }

    static Stream<String> labelsAreInSentenceCase(Drawing drawing) {
        return labelled(drawing)
                .filter(element -> TITLE_CASE.matcher(element.getName()).matches()
                        || (element instanceof FlowNode
                                && Character.isLowerCase(element.getName().charAt(0))))
                .map(element -> drawing.at(element, "write it in sentence case: a capital at the beginning only"));
    }

    static Stream<String> labelsUseNoTechnicalWords(Drawing drawing) {
        return labelled(drawing)
                .flatMap(element -> TECHNICAL
                        .matcher(element.getName())
                        .results()
                        .map(match -> drawing.at(
                                element,
                                "\"%s\" is a technical or empty word; say what happens in the shop's words"
                                        .formatted(match.group()))));
    }

    private static Stream<FlowElement> labelled(Drawing drawing) {
        return drawing.each(FlowElement.class)
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .filter(element -> !isBlank(element.getName()));
    }

    private static boolean decidesOnData(Gateway gateway) {
        return gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
    }

    private static Stream<String> unnamedAnswers(Drawing drawing, Gateway gateway) {
        return gateway.getOutgoing().stream()
                .filter(flow -> isBlank(flow.getName()))
                .map(flow -> drawing.at(flow, "name the answer to \"%s\"".formatted(gateway.getName())));
    }
}

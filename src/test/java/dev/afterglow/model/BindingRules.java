package dev.afterglow.model;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Every name a drawing refers to exists, whatever the drawing calls it. */
final class BindingRules {

    private BindingRules() {}

    static Stream<String> tasksNameADelegate(Drawing drawing, Parts parts) {
        return drawing.each(Task.class)
                .filter(task -> task instanceof SendTask || task instanceof ServiceTask)
                .flatMap(task -> {
                    var bean = bean(task);
                    return Findings.of()
                            .when(bean == null, drawing.at(task, "bind it to a delegate with delegateExpression"))
                            .when(
                                    bean != null && !parts.delegates().containsKey(bean),
                                    drawing.at(
                                            task,
                                            ("write %sDelegate with @Component(\"%s\") in dev.afterglow.journey; "
                                                            + "there are %s")
                                                    .formatted(
                                                            Names.capitalised(String.valueOf(bean)),
                                                            bean,
                                                            parts.delegates().keySet())))
                            .stream();
                });
    }

    /** Tasks from a template are many with one delegate; all others are called as their class. */
    static Stream<String> serviceTasksAreCalledAsTheirDelegate(Drawing drawing) {
        return drawing.each(ServiceTask.class)
                .filter(task -> templateId(task) == null && bean(task) != null && task.getName() != null)
                .filter(task -> !Names.beanOf(task.getName()).equals(bean(task)))
                .map(task -> drawing.at(
                        task,
                        "label and delegate differ: rename one, so that the bean is " + Names.beanOf(task.getName())));
    }

    static Stream<String> sendTasksNameATouchpoint(Drawing drawing, Parts parts) {
        return drawing.each(SendTask.class)
                .filter(task -> !parts.touchpoints().contains(touchpoint(task)))
                .map(task -> drawing.at(
                        task,
                        "touchpoint %s has no folder under src/main/resources/messages; there are %s"
                                .formatted(touchpoint(task), parts.touchpoints())));
    }

    static Stream<String> sendAndRecordTasksComeFromATemplate(Drawing drawing, Parts parts) {
        return drawing.each(Task.class)
                .filter(task -> task instanceof SendTask
                        || String.valueOf(task.getName()).startsWith("Record "))
                .filter(task -> task instanceof SendTask || task instanceof ServiceTask)
                .filter(task -> templateId(task) == null)
                .map(task -> drawing.at(
                        task,
                        "apply one of the templates %s in the Modeler"
                                .formatted(parts.templates().stream()
                                        .map(ElementTemplate::id)
                                        .toList())));
    }

    static Stream<String> templatesExistAndAreApplied(Drawing drawing, Parts parts) {
        return drawing.nodes().filter(node -> templateId(node) != null).flatMap(node -> {
            var template = parts.templates().stream()
                    .filter(candidate -> candidate.id().equals(templateId(node)))
                    .findFirst()
                    .orElse(null);
            if (template == null) {
                return Stream.of(
                        drawing.at(node, "there is no template %s in processes/.camunda".formatted(templateId(node))));
            }
            var version = node.getAttributeValueNs(Drawing.CAMUNDA, "modelerTemplateVersion");
            var delegate = template.fixed().get("camunda:delegateExpression");
            return Findings.of()
                    .when(
                            !template.version().equals(version),
                            drawing.at(node, "update it to version %s of its template".formatted(template.version())))
                    .when(
                            delegate != null && !delegate.equals("${" + bean(node) + "}"),
                            drawing.at(node, "its template binds %s".formatted(delegate)))
                    .stream();
        });
    }

    static Stream<String> userTasksShowAForm(Drawing drawing, Parts parts) {
        return drawing.each(UserTask.class)
                .filter(task -> !parts.forms().containsValue(String.valueOf(task.getCamundaFormRef())))
                .map(task -> drawing.at(
                        task,
                        "refer with camunda:formRef to one of the forms %s"
                                .formatted(parts.forms().values())));
    }

    static Stream<String> decisionsAndCalledProcessesExist(Drawing drawing, Parts parts) {
        var decisions = drawing.each(BusinessRuleTask.class)
                .filter(task -> !parts.decisions().contains(String.valueOf(task.getCamundaDecisionRef())))
                .map(task -> drawing.at(task, "refer to one of the decisions %s".formatted(parts.decisions())));
        var processes = drawing.each(CallActivity.class)
                .filter(call -> !parts.processes().contains(String.valueOf(call.getCalledElement())))
                .map(call -> drawing.at(call, "call one of the processes %s".formatted(parts.processes())));
        return Stream.concat(decisions, processes);
    }

    static String bean(BaseElement element) {
        var expression = element.getAttributeValueNs(Drawing.CAMUNDA, "delegateExpression");
        var matcher = expression == null ? null : ExpressionRules.BEAN.matcher(expression);
        return matcher != null && matcher.matches() ? matcher.group(1) : null;
    }

    static String touchpoint(FlowNode node) {
        return node.getExtensionElements() == null
                ? null
                : node.getExtensionElements().getElementsQuery().list().stream()
                        .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
                        .filter(property -> "touchpoint".equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse(null);
    }

    static Set<String> touchpoints(Drawing drawing) {
        return drawing.nodes()
                .map(BindingRules::touchpoint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String templateId(BaseElement element) {
        return element.getAttributeValueNs(Drawing.CAMUNDA, "modelerTemplate");
    }
}

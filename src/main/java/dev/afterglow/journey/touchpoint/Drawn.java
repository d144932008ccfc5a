package dev.afterglow.journey.touchpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Reads what an analyst picked for a step in the Modeler; read once per deployed drawing. */
@Component
public class Drawn {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @throws IllegalStateException naming the step when the drawing leaves the property out */
    public String property(String name, DelegateExecution execution) {
        return known.computeIfAbsent(
                execution.getProcessDefinitionId() + '/' + execution.getCurrentActivityId() + '/' + name,
                key -> read(name, execution));
    }

    private static String read(String name, DelegateExecution execution) {
        var extensions = execution.getBpmnModelElementInstance().getExtensionElements();
        if (extensions != null) {
            for (var properties : extensions
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list()) {
                for (CamundaProperty property : properties.getCamundaProperties()) {
                    if (name.equals(property.getCamundaName())) {
                        return property.getCamundaValue();
                    }
                }
            }
        }
        throw new IllegalStateException("The step \"" + execution.getCurrentActivityName() + "\" names no " + name
                + ": pick one in the Modeler's properties panel");
    }
}

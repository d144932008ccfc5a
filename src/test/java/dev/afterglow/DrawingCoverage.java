package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Watches which steps and flows of the drawings were travelled. */
@TestComponent
public class DrawingCoverage extends AbstractProcessEnginePlugin {

    private final Set<String> travelled = ConcurrentHashMap.newKeySet();
    private final Set<String> drawn = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                watch(process.getKey(), process);
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** Forgets what was travelled so far. */
    public void restart() {
        travelled.clear();
    }

    /** Fails naming every step and flow of the process that was not travelled since the last {@link #restart}. */
    public void assertComplete(String process) {
        var missing = new TreeSet<>(
                drawn.stream().filter(id -> id.startsWith(process + "/")).toList());
        assertThat(missing).as("steps of " + process).isNotEmpty();
        missing.removeAll(travelled);
        assertThat(missing).as("never travelled").isEmpty();
    }

    private void watch(String process, ScopeImpl scope) {
        for (var activity : List.copyOf((Collection<ActivityImpl>) scope.getActivities())) {
            if (!"compensationBoundaryCatch".equals(activity.getProperty("type"))) {
                // Compensation goes straight to its own step; the event on the border is never entered.
                activity.addListener(ExecutionListener.EVENTNAME_START, recorder(process, activity.getId()));
            }
            activity.getOutgoingTransitions().stream()
                    .map(TransitionImpl.class::cast)
                    .filter(Objects::nonNull)
                    .forEach(flow ->
                            flow.addListener(ExecutionListener.EVENTNAME_TAKE, recorder(process, flow.getId())));
            watch(process, activity);
        }
    }

    private ExecutionListener recorder(String process, String element) {
        var id = process + "/" + element;
        drawn.add(id);
        return execution -> travelled.add(id);
    }
}

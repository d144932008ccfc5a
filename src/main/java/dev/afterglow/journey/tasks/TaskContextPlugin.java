package dev.afterglow.journey.tasks;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the {@link TaskContext} on every user task of every drawing, so that no analyst has to think of it. */
@Component
class TaskContextPlugin extends AbstractProcessEnginePlugin {

    /** Asked for when the first task is created: what knows the facts may need the engine itself. */
    private final ObjectProvider<TaskContext> context;

    private final ApplicationEventPublisher events;

    TaskContextPlugin(ObjectProvider<TaskContext> context, ApplicationEventPublisher events) {
        this.context = context;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPreBPMNParseListeners() == null) {
            engine.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPreBPMNParseListeners().add(new OnEveryUserTask());
    }

    private class OnEveryUserTask extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::pass);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::pass);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::tell);
        }

        /** Who finished it and for which order; a task that a timer or a test ends has nobody. */
        private void tell(DelegateTask task) {
            var person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
            if (person != null) {
                var subject = task.getTaskDefinitionKey() + " of order id "
                        + task.getExecution().getProcessBusinessKey();
                events.publishEvent(
                        new AuditApplicationEvent(person.getUserId(), "TASK_COMPLETED", "subject=" + subject));
            }
        }

        private void pass(DelegateTask task) {
            context.getObject().notify(task);
        }
    }
}

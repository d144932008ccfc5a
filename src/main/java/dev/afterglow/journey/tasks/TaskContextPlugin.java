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
import org.springframework.stereotype.Component;

/** Puts the {@link TaskContext} on every user task of every drawing, so that no analyst has to think of it. */
@Component
class TaskContextPlugin extends AbstractProcessEnginePlugin {

    /** Asked for when the first task is created: what knows the facts may need the engine itself. */
    private final ObjectProvider<TaskContext> context;

    TaskContextPlugin(ObjectProvider<TaskContext> context) {
        this.context = context;
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
        }

        private void pass(DelegateTask task) {
            context.getObject().notify(task);
        }
    }
}

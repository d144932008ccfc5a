package dev.afterglow.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable out of the box. Its executor cannot be stepped: a single step is moved and fired by hand, which spares it the
 * locks of its acquisition.
 */
public final class FlowableSubject implements Subject {

    private static final int PAGE = 50;

    private final ProcessEngine engine;

    private FlowableSubject(String url) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(Subject.pool(url));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(false);
        configuration.setBeans(new HashMap<>(Map.of("steps", new Steps())));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("waiting.bpmn20.xml", WaitingProcess.bpmn("http://flowable.org/bpmn"))
                .deploy();
    }

    /** {@code url}. */
    public static void main(String[] arguments) {
        Subject.serve(new FlowableSubject(arguments[0]));
    }

    @Override
    public void start(int orders) {
        for (var order = 0; order < orders; order++) {
            engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            WaitingProcess.KEY, UUID.randomUUID().toString().substring(0, 8));
        }
    }

    @Override
    public void fire(int orders) {
        var management = engine.getManagementService();
        var fired = 0;
        while (fired < orders) {
            var due = management.createTimerJobQuery().executable().listPage(0, PAGE);
            if (due.isEmpty()) {
                throw new IllegalStateException("Only " + fired + " of " + orders + " orders were due");
            }
            for (var timer : due) {
                var job = management.moveTimerToExecutableJob(timer.getId());
                management.executeJob(job.getId());
            }
            fired += due.size();
        }
    }
}

package dev.afterglow.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.impl.asyncexecutor.DefaultAsyncJobExecutor;
import org.flowable.job.service.impl.cmd.AcquireTimerJobsCmd;
import org.flowable.job.service.impl.cmd.MoveTimerJobsToExecutableJobsCmd;

/** Flowable out of the box; what its executor's threads would do is done here, one after the other. */
public final class FlowableSubject implements Subject {

    private final ProcessEngineConfigurationImpl configuration;
    private final Stepped executor = new Stepped();
    private final ProcessEngine engine;

    private FlowableSubject(String url) {
        configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(Subject.pool(url));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutor(executor);
        configuration.setAsyncExecutorActivate(true);
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
        var jobs = configuration.getJobServiceConfiguration();
        var commands = configuration.getCommandExecutor();
        var fired = 0;
        while (fired < orders) {
            var due = commands.execute(new AcquireTimerJobsCmd(executor));
            if (due.isEmpty()) {
                throw new IllegalStateException("Only " + fired + " of " + orders + " orders were due");
            }
            commands.execute(new MoveTimerJobsToExecutableJobsCmd(jobs.getJobManager(), due));
            fired += executor.step();
        }
    }

    /** Keeps what it would give to its threads until it is told to do it. */
    private static final class Stepped extends DefaultAsyncJobExecutor {

        private final List<Runnable> steps = new ArrayList<>();

        Stepped() {
            setAsyncJobAcquisitionEnabled(false);
            setTimerJobAcquisitionEnabled(false);
            setResetExpiredJobEnabled(false);
        }

        @Override
        protected boolean executeAsyncJob(JobInfo job, Runnable step) {
            return steps.add(step);
        }

        int step() {
            var due = List.copyOf(steps);
            steps.clear();
            due.forEach(Runnable::run);
            return due.size();
        }
    }
}

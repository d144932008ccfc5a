package dev.afterglow.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Camunda 7 out of the box, or with the product's settings; the same lines, renamed, run Operaton. */
public final class CamundaSubject implements Subject {

    private final ProcessEngine engine;

    private CamundaSubject(String url, boolean tuned) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(Subject.pool(url));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>(Map.of("steps", new Steps())));
        if (tuned) {
            tune(configuration);
        } else {
            configuration.setHistory("full");
        }
        engine = configuration.buildProcessEngine();
        if (tuned) {
            index(configuration.getDataSource());
        }
        engine.getRepositoryService()
                .createDeployment()
                .addString("waiting.bpmn", WaitingProcess.bpmn("http://camunda.org/schema/1.0/bpmn"))
                .deploy();
    }

    private static void tune(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdBlockSize(1000);
        configuration.setJobExecutorAcquireByDueDate(true);
        configuration.setEnsureJobDueDateNotNull(true);
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new OneRow())));
        configuration.setHistory("one-row");
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setJobExecutor(executor());
    }

    /** As in the product's settings. */
    private static JobExecutor executor() {
        var executor = new DefaultJobExecutor();
        executor.setCorePoolSize(8);
        executor.setMaxPoolSize(8);
        executor.setQueueSize(8);
        executor.setMaxJobsPerAcquisition(8);
        executor.setWaitTimeInMillis(500);
        executor.setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
        return executor;
    }

    private static void index(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create index act_job_due on act_ru_job (duedate_)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code url stock|tuned}. */
    public static void main(String[] arguments) {
        Subject.serve(new CamundaSubject(arguments[0], arguments[1].equals("tuned")));
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
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var commands = configuration.getCommandExecutorTxRequired();
        var fired = 0;
        while (fired < orders) {
            var acquired = commands.execute(new AcquireJobsCmd(configuration.getJobExecutor()));
            for (var batch : acquired.getJobIdBatches()) {
                batch.forEach(job -> ExecuteJobHelper.executeJob(job, commands));
                fired += batch.size();
            }
            if (acquired.getJobIdBatches().isEmpty()) {
                throw new IllegalStateException("Only " + fired + " of " + orders + " orders were due");
            }
        }
    }

    /** One row per instance, as the product keeps it. */
    private static final class OneRow implements HistoryLevel {

        @Override
        public int getId() {
            return 4712;
        }

        @Override
        public String getName() {
            return "one-row";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
            return event.getEntityType().equals("process-instance");
        }
    }
}

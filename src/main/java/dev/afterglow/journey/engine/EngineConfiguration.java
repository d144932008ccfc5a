package dev.afterglow.journey.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the engine runs; each choice with its reason. Ordered last, because the starter would put its own failed-job
 * commands back otherwise. It asks for the {@link JdbcClient} so that Flyway has run before the engine starts.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private static final String INDEX_ON_H2 =
            "create index if not exists AFTERGLOW_IDX_JOB_DUE on ACT_RU_JOB (DUEDATE_)";

    /** Nodes that start at once take turns; a table is locked only where its index is missing. */
    private static final String INDEXES_ON_POSTGRESQL = """
            do $$ begin
              perform pg_advisory_xact_lock(hashtext('afterglow indexes'));
              if to_regclass('afterglow_idx_job_due') is null then
                create index afterglow_idx_job_due on act_ru_job (duedate_);
              end if;
              if to_regclass('afterglow_idx_instances') is null then
                create index afterglow_idx_instances on act_ru_execution (proc_def_id_, proc_inst_id_, tenant_id_)
                  where parent_id_ is null;
              end if;
            end $$
            """;

    /** Ids come in blocks: short numbers cost less WAL than UUIDs, and a block one statement in a thousand rows. */
    private static final int ID_BLOCK = 1000;

    private final ConfigurableListableBeanFactory beans;
    private final JdbcClient jdbc;
    private final String retries;

    /** What fails is tried again over ten hours before a person is asked. */
    EngineConfiguration(
            ConfigurableListableBeanFactory beans,
            JdbcClient jdbc,
            @Value("${afterglow.journey.retries:PT1M,PT5M,PT15M,PT1H,PT3H,PT6H}") String retries) {
        this.beans = beans;
        this.jdbc = jdbc;
        this.retries = retries;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdBlockSize(ID_BLOCK);
        keepLittleHistory(engine);
        acquireByDueDate(engine);
        holdInsteadOfFail(engine);
        letDrawingsDoNoHarm(engine);
        nameOrderAndInstanceInLogs(engine);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // A full queue makes the acquisition work instead of spin.
        engine.getJobExecutor().setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    }

    /**
     * What the engine ships no index for: due dates, which keeps a million waiting orders as cheap as a thousand, and the
     * instances of a drawing, which Cockpit counts whenever it opens. H2 has no partial indexes, nor a million orders.
     */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var database = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDatabaseType();
        jdbc.sql(DbSqlSessionFactory.POSTGRES.equals(database) ? INDEXES_ON_POSTGRESQL : INDEX_ON_H2)
                .update();
    }

    /** Removal times are set at the start: the default touches every history table again at each journey's end. */
    private static void keepLittleHistory(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new JourneyHistoryLevel())));
        engine.setHistoryRemovalTimeStrategy("start");
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
    }

    /** Both settings are needed for the index to be used. */
    private static void acquireByDueDate(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
    }

    /**
     * Three walls, because each has gaps of its own: files are read before they are deployed, expressions are watched
     * while they are evaluated, and there is little they could name. Scripts, foreign case files and stored objects of
     * any class are off.
     */
    private void letDrawingsDoNoHarm(ProcessEngineConfigurationImpl engine) {
        var drawable = new DrawableBeans(beans);
        engine.setBeans(drawable);
        engine.setExpressionManager(new GuardedExpressions(drawable));
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new DrawingGuard(drawable))));
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setCmmnEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
    }

    /** A journey's business key is its order; the other names the engine would add say nothing more. */
    private static void nameOrderAndInstanceInLogs(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextBusinessKey("order");
        engine.setLoggingContextProcessInstanceId("instance");
        engine.setLoggingContextActivityId("step");
        engine.setLoggingContextActivityName("");
        engine.setLoggingContextApplicationName("");
        engine.setLoggingContextProcessDefinitionId("");
        engine.setLoggingContextTenantId("");
        engine.setLoggingContextEngineName("");
    }

    private void holdInsteadOfFail(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobRetryTimeCycle(retries);
        engine.setFailedJobCommandFactory(new HoldCommandFactory());
        engine.setHistoryEventProducer(new HoldHistoryEventProducer());
        engine.setCustomIncidentHandlers(new ArrayList<>(List.of(new QuietIncidents())));
        var loud = ExecuteJobHelper.LOGGING_HANDLER;
        ExecuteJobHelper.LOGGING_HANDLER = (jobId, failure) -> {
            if (RetryLater.in(failure).isEmpty()) {
                loud.exceptionWhileExecutingJob(jobId, failure);
            }
        };
    }
}

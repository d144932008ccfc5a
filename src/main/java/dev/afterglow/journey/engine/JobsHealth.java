package dev.afterglow.journey.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether this node runs jobs; one that was told to leave them to others is well without. */
@Component("jobs")
class JobsHealth extends AbstractHealthIndicator {

    private final JobExecutor executor;
    private final boolean expected;

    JobsHealth(ProcessEngine engine, @Value("${camunda.bpm.job-execution.enabled:true}") boolean expected) {
        super("The job executor does not answer");
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.expected = expected;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!expected) {
            health.up().withDetail("jobs", "left to other nodes");
        } else if (executor.isActive()) {
            health.up().withDetail("jobs", "run here");
        } else {
            health.down().withDetail("reason", "The job executor does not run: restart this node");
        }
    }
}

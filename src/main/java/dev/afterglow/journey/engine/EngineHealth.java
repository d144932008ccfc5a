package dev.afterglow.journey.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the engine answers and has drawings to run. */
@Component("engine")
class EngineHealth extends AbstractHealthIndicator {

    private final RepositoryService repository;

    EngineHealth(RepositoryService repository) {
        super("The engine does not answer");
        this.repository = repository;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var drawings = repository.createProcessDefinitionQuery().latestVersion().count();
        if (drawings == 0) {
            health.down().withDetail("reason", "No process is deployed");
        } else {
            health.up().withDetail("processes", drawings);
        }
    }
}

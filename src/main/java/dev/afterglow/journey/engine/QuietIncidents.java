package dev.afterglow.journey.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** Looks for the incident of a job only where there can be one: the engine asks for each job it is done with. */
class QuietIncidents extends DefaultIncidentHandler {

    QuietIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext incident, boolean resolved) {
        var job = Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(JobEntity.class, incident.getConfiguration());
        if (hasEverFailed(job)) {
            super.removeIncident(incident, resolved);
        }
    }

    /** Retries alone do not tell: raised for all jobs of a step at once, they leave the incidents in place. */
    private static boolean hasEverFailed(@Nullable JobEntity job) {
        return job == null
                || job.getRetries() == 0
                || job.getExceptionMessage() != null
                || job.getExceptionByteArrayId() != null;
    }
}

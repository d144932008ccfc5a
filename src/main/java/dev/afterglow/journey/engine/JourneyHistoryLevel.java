package dev.afterglow.journey.engine;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.FORM_PROPERTY_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_RESOLVE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_FAIL;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_END;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_START;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_UPDATE;

import java.util.Set;
import org.camunda.bpm.engine.history.HistoricExternalTaskLog;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Full history where people work, next to none where the engine merely waits and sends: the message ledger tells that
 * story for a tenth of the rows. A drawing without user tasks is kept lean. What forms show and what people write into
 * them is never kept here, for the modules record it. The id is stored in the database; it can never change.
 */
class JourneyHistoryLevel implements HistoryLevel {

    private static final int ID = 4711;
    private static final Set<HistoryEventType> LEAN = Set.of(
            PROCESS_INSTANCE_START,
            PROCESS_INSTANCE_UPDATE,
            PROCESS_INSTANCE_MIGRATE,
            PROCESS_INSTANCE_END,
            INCIDENT_CREATE,
            INCIDENT_UPDATE,
            INCIDENT_MIGRATE,
            INCIDENT_RESOLVE,
            INCIDENT_DELETE,
            JOB_FAIL);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "journey";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        if (event.equals(FORM_PROPERTY_UPDATE) || isOfATask(entity)) {
            return false;
        }
        if (entity == null || LEAN.contains(event)) {
            return true;
        }
        var definition = definitionOf(entity);
        return definition == null || hasHumanWork(definition);
    }

    private static boolean isOfATask(@Nullable Object entity) {
        return entity instanceof VariableInstanceEntity variable && variable.getTaskId() != null;
    }

    private static boolean hasHumanWork(String definitionId) {
        return !Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId)
                .getTaskDefinitions()
                .isEmpty();
    }

    private static @Nullable String definitionOf(Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return execution.getProcessDefinitionId();
        }
        if (entity instanceof VariableInstanceEntity variable) {
            return variable.getProcessDefinitionId();
        }
        if (entity instanceof JobEntity job) {
            return job.getProcessDefinitionId();
        }
        if (entity instanceof TaskEntity task) {
            return task.getProcessDefinitionId();
        }
        if (entity instanceof IncidentEntity incident) {
            return incident.getProcessDefinitionId();
        }
        if (entity instanceof HistoryEvent past) {
            return past.getProcessDefinitionId();
        }
        return entity instanceof HistoricExternalTaskLog log ? log.getProcessDefinitionId() : null;
    }
}

package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseOpened;
import dev.afterglow.support.CustomerAnswered;
import dev.afterglow.support.SupportCase;
import dev.afterglow.support.SupportDesk;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what a customer replies back into the follow-up of the same case. */
@Component
class CaseReplies {

    private final RuntimeService engine;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final SupportDesk desk;

    CaseReplies(RuntimeService engine, ManagementService jobs, TaskService tasks, SupportDesk desk) {
        this.engine = engine;
        this.jobs = jobs;
        this.tasks = tasks;
        this.desk = desk;
    }

    /** A follow-up that does not wait for a reply looks for one itself before it does. */
    @EventListener
    void on(CustomerAnswered event) {
        desk.byId(event.id())
                .map(SupportCase::instance)
                .ifPresent(instance -> engine.createMessageCorrelation("case.answered")
                        .processInstanceId(instance)
                        .correlateAll());
    }

    /** A case that opens again is not asked how it went: the follow-up before was only waiting for a good hour. */
    @EventListener
    void on(CaseOpened event) {
        desk.byId(event.id())
                .map(SupportCase::instance)
                .filter(this::onlyWaitsToAsk)
                .ifPresent(instance -> engine.deleteProcessInstance(instance, "She wrote again before she was asked"));
    }

    private boolean onlyWaitsToAsk(String instance) {
        return jobs.createJobQuery()
                                .processInstanceId(instance)
                                .activityId("sendTask_sendSatisfactionQuestion")
                                .count()
                        > 0
                && tasks.createTaskQuery().processInstanceId(instance).count() == 0;
    }
}

package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.JourneyTimeline.Planned;
import dev.afterglow.journey.touchpoint.DrawnTouchpoints;
import dev.afterglow.journey.touchpoint.JourneyCalendar;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the drawing an order follows which touchpoints are planned, and from the engine where it waits. */
@Component
public class JourneyPlan {

    /** The process id of post-purchase-journey.bpmn. */
    public static final String PROCESS = PostPurchaseJourneys.KEY;

    private final RepositoryService drawings;
    private final RuntimeService engine;
    private final ManagementService jobs;
    private final Orders orders;
    private final JourneyCalendar calendar;
    private final DrawnTouchpoints drawn;

    JourneyPlan(
            RepositoryService drawings,
            RuntimeService engine,
            ManagementService jobs,
            Orders orders,
            JourneyCalendar calendar,
            DrawnTouchpoints drawn) {
        this.drawings = drawings;
        this.engine = engine;
        this.jobs = jobs;
        this.orders = orders;
        this.calendar = calendar;
        this.drawn = drawn;
    }

    /** Everything planned for an order, soonest first; the step it waits at has the engine's own due date. */
    public List<Planned> of(ProcessInstance running, OrderId order) {
        var dossier = orders.dossier(order).orElseThrow();
        var waiting = waitingTimer(running.getId());
        return drawn.of(running.getProcessDefinitionId()).stream()
                .map(planned -> new Planned(
                        planned.touchpoint(),
                        waiting.filter(timer -> timer.activity().equals(planned.timer()))
                                .map(timer -> timer.job().getDuedate().toInstant())
                                .orElseGet(() -> calendar.day(dossier, planned.day()))))
                .sorted(Comparator.comparing(Planned::due))
                .toList();
    }

    /** The label of the step a journey waits at, absent while it works. */
    public @Nullable String waitingAt(ProcessInstance running) {
        return engine.getActiveActivityIds(running.getId()).stream()
                .map(activity -> (FlowNode) drawings.getBpmnModelInstance(running.getProcessDefinitionId())
                        .getModelElementById(activity))
                .map(FlowNode::getName)
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }

    private Optional<WaitingTimer> waitingTimer(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(job -> new WaitingTimer(job, activityOf(job)))
                .findFirst();
    }

    private String activityOf(Job job) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private record WaitingTimer(Job job, String activity) {}
}

package dev.afterglow.journey;

import dev.afterglow.journey.JourneyTimeline.Planned;
import dev.afterglow.journey.JourneyTimeline.State;
import dev.afterglow.journey.postpurchase.JourneyOutcomes;
import dev.afterglow.journey.postpurchase.JourneyOutcomes.JourneyOutcome;
import dev.afterglow.journey.postpurchase.JourneyPlan;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an order's story: from the ledger what was, from the engine what is, from the drawing what is to come. */
@Component
public class JourneyTimelines {

    private final RuntimeService engine;
    private final TouchpointRecords records;
    private final JourneyOutcomes outcomes;
    private final JourneyPlan plan;

    JourneyTimelines(RuntimeService engine, TouchpointRecords records, JourneyOutcomes outcomes, JourneyPlan plan) {
        this.engine = engine;
        this.records = records;
        this.outcomes = outcomes;
        this.plan = plan;
    }

    /** The timeline of an order; one without a journey has a timeline without steps. */
    @Transactional(readOnly = true)
    public JourneyTimeline of(OrderId order) {
        var touchpoints = records.of(order.value());
        var outcome = outcomes.of(order);
        var running = Optional.ofNullable(engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString(), JourneyPlan.PROCESS)
                .singleResult());
        return new JourneyTimeline(
                running.isPresent() ? State.RUNNING : outcome.isPresent() ? State.ENDED : State.NONE,
                running.map(ProcessInstance::getId).orElse(null),
                running.map(plan::waitingAt).orElse(null),
                outcome.map(JourneyOutcome::outcome).orElse(null),
                outcome.map(JourneyOutcome::at).orElse(null),
                touchpoints,
                ahead(running.orElse(null), order, touchpoints));
    }

    /** How many journeys are under way. */
    public long running() {
        return engine.createProcessInstanceQuery()
                .processDefinitionKey(JourneyPlan.PROCESS)
                .count();
    }

    private List<Planned> ahead(@Nullable ProcessInstance running, OrderId order, List<TouchpointRecord> touchpoints) {
        if (running == null) {
            return List.of();
        }
        var settled = settled(touchpoints);
        return plan.of(running, order).stream()
                .filter(planned -> !settled.contains(planned.touchpoint()))
                .toList();
    }

    private static Set<String> settled(List<TouchpointRecord> touchpoints) {
        return touchpoints.stream()
                .filter(record -> record.outcome().status().isFinal())
                .map(TouchpointRecord::touchpoint)
                .collect(Collectors.toSet());
    }
}

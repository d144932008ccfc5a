package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Opens a branch as an instance of its own with the journey's business key: it outlives the journey's end and the
 * order's cancellation, where a called activity would be deleted with its caller.
 */
@Component
class Branches {

    private final RuntimeService engine;

    Branches(RuntimeService engine) {
        this.engine = engine;
    }

    void open(Branch branch, String order, String reference) {
        engine.createMessageCorrelation(branch.message())
                .processInstanceBusinessKey(order)
                .setVariables(TouchpointVariables.REFERENCE.with(reference))
                .correlateStartMessage();
    }
}

package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnArrived;
import dev.afterglow.returns.ReturnCancelled;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a return's run what became of it, in the transaction that recorded the fact. Several returns of one order share
 * the business key, so each is found by the run its row names.
 */
@Component
class ReturnNews {

    private final RuntimeService engine;

    ReturnNews(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(ReturnArrived event) {
        engine.createMessageCorrelation("return.arrived")
                .processInstanceId(known(event.handling()))
                .correlate();
    }

    @EventListener
    void on(ReturnCancelled event) {
        engine.createMessageCorrelation("return.cancelled")
                .processInstanceId(known(event.handling()))
                .setVariables(ReturnHandlingVariables.MERGED.with(event.merged()))
                .correlate();
    }

    private static String known(@Nullable String handling) {
        if (handling == null) {
            throw new IllegalStateException("Nobody works on this return yet; try again in a moment");
        }
        return handling;
    }
}

package dev.afterglow.journey.returnhandling;

import dev.afterglow.loyalty.VoucherNotUsableException;
import dev.afterglow.returns.ExchangePlaced;
import dev.afterglow.returns.ReturnArrived;
import dev.afterglow.returns.ReturnCancelled;
import org.camunda.bpm.engine.ProcessEngineException;
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
    void on(ExchangePlaced event) {
        engine.createMessageCorrelation("exchange.placed")
                .processInstanceId(known(event.handling()))
                .correlate();
    }

    @EventListener
    void on(ReturnCancelled event) {
        try {
            engine.createMessageCorrelation("return.cancelled")
                    .processInstanceId(known(event.handling()))
                    .setVariables(ReturnHandlingVariables.MERGED.with(event.merged()))
                    .correlate();
        } catch (ProcessEngineException e) {
            throw refusalIn(e);
        }
    }

    /** What was granted may refuse to be undone; who asked for it reads why, not where. */
    private static RuntimeException refusalIn(ProcessEngineException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof VoucherNotUsableException refusal) {
                return refusal;
            }
        }
        return wrapped;
    }

    private static String known(@Nullable String handling) {
        if (handling == null) {
            throw new IllegalStateException("Nobody works on this return yet; try again in a moment");
        }
        return handling;
    }
}

package dev.afterglow.journey.postpurchase;

import dev.afterglow.order.OrderCancelled;
import dev.afterglow.order.OrderDelivered;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderPlaced;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts a journey with every order and tells it what happens to the order; all in the transaction that recorded the
 * fact. Journeys are found by business key only: a search by variable would scan.
 */
@Component
class PostPurchaseJourneys {

    static final String KEY = "postPurchaseJourney";

    private final RuntimeService engine;
    private final Counter started;

    PostPurchaseJourneys(RuntimeService engine, MeterRegistry meters) {
        this.engine = engine;
        this.started = meters.counter("afterglow.journeys.started");
    }

    @EventListener
    void on(OrderPlaced event) {
        engine.createProcessInstanceByKey(KEY)
                .businessKey(event.order().toString())
                .execute();
        started.increment();
    }

    @EventListener
    void on(OrderCancelled event) {
        tell("order.cancelled", event.order());
    }

    @EventListener
    void on(OrderDelivered event) {
        tell("order.delivered", event.order());
    }

    /** A journey that does not wait for the news, or is over, looks the fact up when it needs it. */
    private void tell(String message, OrderId order) {
        engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(order.toString())
                .correlateAll();
    }
}

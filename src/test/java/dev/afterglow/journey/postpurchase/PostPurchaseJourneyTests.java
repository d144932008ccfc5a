package dev.afterglow.journey.postpurchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import java.time.Duration;
import java.time.LocalTime;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
class PostPurchaseJourneyTests {

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    RuntimeService engine;

    @Autowired
    JourneyTimelines timelines;

    @Test
    void accompaniesADeliveredOrderThroughThirtyDays() {
        var order = shop.anOrder().placed();
        time.advance(Duration.ZERO);
        assertThat(shop.touchpointsMailed(order)).containsExactly("order-confirmation");

        shop.deliver(order);
        time.advance(Duration.ofDays(31));

        assertThat(shop.touchpointsMailed(order))
                .containsExactly(
                        "order-confirmation",
                        "shipping-notice",
                        "welcome",
                        "product-education",
                        "cross-sell",
                        "usage-check",
                        "reactivation");
        assertThat(timelines.of(order).outcome()).isEqualTo("COMPLETED");
    }

    @Test
    void stopsAtOnceWhenTheOrderIsCancelled() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(3));
        shop.cancel(order);
        time.advance(Duration.ofDays(30));

        assertThat(shop.touchpointsMailed(order)).containsExactly("order-confirmation", "welcome");
        assertThat(timelines.of(order).outcome()).isEqualTo("CANCELLED");
    }

    private ProcessInstance journeyOf(OrderId order) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString(), PostPurchaseJourneys.KEY)
                .singleResult();
    }
}

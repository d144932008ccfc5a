package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Hypothesis: an order that cannot be read stops nobody's journey but its own, and a person hears of it. Fault: the row
 * of one order in a hundred is spoiled. Figure: 1 % of 5,000, 50 incidents, 4,950 journeys done.
 */
class PoisonedOrdersTests extends OneProcess {

    private static final int ORDERS = Scale.of("poison-among", 30, 5_000);
    private static final int POISONED = Math.max(1, ORDERS / 100);
    private static final int EVERY = ORDERS / POISONED;

    @Test
    void becomeOneIncidentEachAndStopNobodyElse() {
        var orders = IntStream.range(0, ORDERS)
                .mapToObj(number ->
                        shop.anOrder().by("anna@shop" + number + ".example").placed())
                .toList();
        var poisoned = IntStream.range(0, POISONED)
                .mapToObj(number -> orders.get(number * EVERY + EVERY / 2))
                .toList();
        orders.stream().filter(order -> !poisoned.contains(order)).forEach(shop::deliver);
        poisoned.forEach(order -> jdbc.sql("update orders set time_zone = 'Nowhere/At_all' where id = :order")
                .param("order", order.value())
                .update());
        time.advance(Duration.ofDays(40));

        var incidents = engine.getRuntimeService().createIncidentQuery().list();
        var done = number("select count(*) from journey_outcomes where outcome = 'COMPLETED'");
        Figures.print(
                "%d poisoned among %d orders".formatted(POISONED, ORDERS),
                "%d incidents, %d journeys done, %d mails",
                incidents.size(),
                done,
                MAILS.receipts().size());
        assertThat(incidents).hasSize(POISONED);
        assertThat(incidents)
                .allSatisfy(
                        incident -> assertThat(incident.getIncidentMessage()).contains("Nowhere/At_all"));
        assertThat(done).isEqualTo(ORDERS - POISONED);
        assertThat(number("select count(distinct order_id) from messages where state = 'ACCEPTED'"))
                .isEqualTo(ORDERS - POISONED);
    }
}

package dev.afterglow.faults;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.ScriptedMailServer.Receipt;
import dev.afterglow.journey.engine.MovableClock;
import dev.afterglow.order.OrderId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Hypothesis: after an outage nothing stale leaves, the rates hold, and of two messages for one customer the newest that
 * is still valid goes first. Fault: nothing runs for seven days; then the engine's own threads find everything overdue
 * at once. Every customer has two orders, one of them nine days older, each with a touchpoint that became stale and one
 * that did not. Figure: 20,000 overdue touchpoints, 0 stale, never above the rate and not far below it either.
 */
class LongOutageTests extends OneProcess {

    private static final int CUSTOMERS = Scale.of("overdue", 160, 20_000) / 4;
    private static final Duration OUTAGE = Duration.ofDays(7);

    /** It is noon; each order has a minute of its own in the hours in which we write. */
    private static final Duration UNTIL_TOMORROW_EVENING = Duration.ofHours(34);

    /** The bucket's burst, and what the threads had in their hands when the window began. */
    private static final int SLACK = 2 + 8;

    @Autowired
    MovableClock clock;

    @Test
    void sendNothingStaleKeepTheRateAndLetTheNewestGoFirst() {
        time.advanceTo(time.now()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.NOON)
                .toInstant());
        var older = orders();
        time.advance(Duration.ofHours(1));
        older.forEach(shop::deliver);
        time.advance(Duration.ofDays(9).minusHours(1));
        var newer = orders();
        time.advance(Duration.ofHours(1));
        assertThat(outcomes(older, "ACCEPTED"))
                .isEqualTo(every("order-confirmation", "shipping-notice", "welcome", "product-education"));
        assertThat(outcomes(newer, "ACCEPTED")).isEqualTo(every("order-confirmation"));

        clock.moveTo(time.now().plus(OUTAGE));
        MAILS.forget();
        var start = System.nanoTime();
        executor().start();
        awaitCalm();
        executor().shutdown();
        var drained = Duration.ofNanos(System.nanoTime() - start);
        var sent = MAILS.receipts();
        var stale = sent.stream()
                .filter(mail -> !mail.touchpoint().equals("product-education"))
                .toList();
        var busiest = most(sent, 1, mail -> true);
        var busiestDomain = most(sent, 1, mail -> mail.to().contains("@mail.example"));
        Figures.print(
                "%d overdue touchpoints after 7 days' outage".formatted(4 * CUSTOMERS),
                "%d left in %d s, %d of them stale or not the newest; at most %d in a second (rate %d) and %d to one domain"
                        + " (rate %d), %d and %d in ten seconds",
                sent.size(),
                drained.toSeconds(),
                stale.size(),
                busiest,
                RATE,
                busiestDomain,
                RATE_PER_DOMAIN,
                most(sent, 10, mail -> true),
                most(sent, 10, mail -> mail.to().contains("@mail.example")));

        assertThat(stale).isEmpty();
        assertThat(outcomes(newer, "EXPIRED")).isEqualTo(every("welcome"));
        assertThat(outcomes(newer, "ACCEPTED")).isEqualTo(every("order-confirmation", "product-education"));
        assertThat(outcomes(older, "EXPIRED")).isEqualTo(every("cross-sell"));
        assertThat(drained).as("the rate is also used").isLessThan(Duration.ofSeconds(60 + 2L * CUSTOMERS / RATE));
        assertThat(busiest).isLessThanOrEqualTo(RATE + SLACK);
        assertThat(most(sent, 10, mail -> true)).isLessThanOrEqualTo(10 * RATE + SLACK);
        assertThat(busiestDomain).isLessThanOrEqualTo(RATE_PER_DOMAIN + SLACK);
        assertThat(most(sent, 10, mail -> mail.to().contains("@mail.example")))
                .isLessThanOrEqualTo(10 * RATE_PER_DOMAIN + SLACK);

        MAILS.forget();
        time.advance(UNTIL_TOMORROW_EVENING);
        assertThat(MAILS.receipts())
                .extracting(Receipt::touchpoint)
                .hasSize(CUSTOMERS)
                .containsOnly("usage-check");
    }

    /** Until nothing is overdue any more; what the rate turned away has a moment of its own a little later. */
    private void awaitCalm() {
        await().atMost(Duration.ofMinutes(2).plusSeconds(4L * CUSTOMERS / RATE))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> engine.getManagementService()
                                .createJobQuery()
                                .processDefinitionKey("postPurchaseJourney")
                                .duedateLowerThan(Date.from(time.now().plus(Duration.ofMinutes(20))))
                                .count()
                        == 0);
    }

    /** One of each customer; every other customer is at the same mail provider. */
    private List<OrderId> orders() {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> shop.anOrder()
                        .by("anna" + number + (number % 2 == 0 ? "@mail.example" : "@shop" + number % 50 + ".example"))
                        .in("UTC")
                        .placed())
                .toList();
    }

    private static Map<String, Integer> every(String... touchpoints) {
        return List.of(touchpoints).stream().collect(toMap(touchpoint -> touchpoint, touchpoint -> CUSTOMERS));
    }

    private Map<String, Integer> outcomes(List<OrderId> orders, String state) {
        return jdbc
                .sql("select touchpoint, count(*) as number from messages where state = :state"
                        + " and order_id between :first and :last group by touchpoint")
                .param("state", state)
                .param("first", orders.get(0).value())
                .param("last", orders.get(orders.size() - 1).value())
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long most(List<Receipt> mails, int seconds, Predicate<Receipt> which) {
        var moments = mails.stream().filter(which).map(Receipt::at).sorted().toList();
        var most = 0;
        for (int first = 0, last = 0; last < moments.size(); last++) {
            while (!moments.get(first).plusSeconds(seconds).isAfter(moments.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}

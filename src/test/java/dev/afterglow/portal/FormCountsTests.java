package dev.afterglow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class FormCountsTests {

    private static final int FLOOD = 500;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Attempts attempts;

    @Autowired
    TimeMachine time;

    @Autowired
    TestShop shop;

    @Test
    void oneLinkSendsTenFormsAnHour() {
        var order = shop.anOrder().placed();
        assertThat(admitted(node(Duration.ZERO), i -> order, i -> "one link", i -> "from " + i))
                .isEqualTo(10);
        assertThat(node(Duration.ofHours(1)).admit(order, "one link", "from elsewhere"))
                .isTrue();
    }

    @Test
    void oneOrderSendsTwentyFormsADayHoweverManyLinksItHas() {
        var order = shop.anOrder().placed();
        assertThat(admitted(node(Duration.ZERO), i -> order, i -> order + " link " + i, i -> order + " from " + i))
                .isEqualTo(20);
        assertThat(node(Duration.ofHours(25)).admit(order, order + " link", "from elsewhere"))
                .isTrue();
    }

    @Test
    void oneCustomerSendsThirtyFormsADayHoweverManyOrdersSheHas() {
        var orders = IntStream.range(0, 5)
                .mapToObj(i -> shop.anOrder().by("flora.flood@example.org").placed())
                .toList();
        assertThat(admitted(
                        node(Duration.ZERO), i -> orders.get(i % 5), i -> "flora's link " + i, i -> "flora from " + i))
                .isEqualTo(30);
    }

    @Test
    void oneAddressSendsThirtyFormsAMinuteAndAWholeNetworkOfTheNewKindIsOne() {
        var orders =
                IntStream.range(0, 50).mapToObj(i -> shop.anOrder().placed()).toList();
        var node = node(Duration.ZERO);

        assertThat(admitted(node, i -> orders.get(i % 50), i -> "v4 " + i, i -> "203.0.113.9"))
                .isEqualTo(30);
        assertThat(admitted(node, i -> orders.get(i % 50), i -> "v6 " + i, i -> "2001:db8:1:2::" + i))
                .isEqualTo(30);
    }

    @Test
    void twoNodesCountTogetherEvenAtTheSameInstant() throws Exception {
        var order = shop.anOrder().placed();
        var nodes = new FormCounts[] {node(Duration.ZERO), node(Duration.ZERO)};
        var threads = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.range(0, 100)
                    .mapToObj(i -> (Callable<Boolean>) () -> nodes[i % 2].admit(order, "link " + i, "from " + i))
                    .toList();
            var allowed = threads.invokeAll(calls).stream()
                    .filter(call -> {
                        try {
                            return call.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .count();
            assertThat(allowed).isEqualTo(20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keepsNeitherLinksNorAddressesAndForgetsOldDays() {
        var order = shop.anOrder().placed();
        node(Duration.ZERO).admit(order, "a secret link", "203.0.113.77");
        var subjects =
                jdbc.sql("select subject from form_counts").query(String.class).list();
        assertThat(subjects).isNotEmpty().noneMatch(it -> it.contains("secret") || it.contains("203.0"));

        node(Duration.ofDays(4)).purge();
        assertThat(jdbc.sql("select count(*) from form_counts where subject = 'order:" + order + "'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long admitted(
            FormCounts node, IntFunction<OrderId> order, IntFunction<String> link, IntFunction<String> from) {
        return IntStream.range(0, FLOOD)
                .filter(i -> node.admit(order.apply(i), link.apply(i), from.apply(i)))
                .count();
    }

    /** A node of its own with the limits a shop has, its time standing still. */
    private FormCounts node(Duration later) {
        var settings = new PortalSettings(5, 10, 20, 30, 30, 300, Period.ofDays(30), List.of());
        return new FormCounts(jdbc, attempts, settings, Clock.fixed(time.now().plus(later), ZoneOffset.UTC));
    }
}

package dev.afterglow.message;

import static dev.afterglow.message.HandClock.START;
import static dev.afterglow.message.HandClock.mostInOneSecond;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes on one PostgreSQL share one rate of sending. */
class SendShareTests {

    private static final int RATE = 20;
    private static final MessageSettings SETTINGS = new MessageSettings(
            "a@example.org", "b@example.org", "key", 2, Duration.ofSeconds(60), Duration.ofSeconds(120), RATE, 10);

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final List<Node> nodes = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private final AtomicLong wait = new AtomicLong();

    @BeforeAll
    static void createTables() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(Node::stop);
    }

    @Test
    void neverExceedsTheRateWhileASecondNodeComesAndGoes() {
        var first = node();
        var sent = new ArrayList<Instant>();
        var waiting = new PriorityQueue<Waiting>(Comparator.comparing(Waiting::at));
        IntStream.range(0, 2000).forEach(number -> waiting.add(new Waiting(START, number)));
        Node second = null;
        var renewed = START;
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            clock.moveTo(next.at());
            if (second == null && sent.size() > 500) {
                second = node();
            }
            if (!clock.instant().isBefore(renewed.plusSeconds(4))) {
                renewed = clock.instant();
                nodes.forEach(node -> node.share().renew());
            }
            if (second != null && sent.size() > 1500 && nodes.contains(second)) {
                nodes.remove(second);
                second.stop();
            }
            var node = nodes.get(next.number() % nodes.size());
            try {
                node.rate().admit(new EmailAddress("anna@shop" + next.number() % 50 + ".example"));
                sent.add(clock.instant().plusNanos(wait.getAndSet(0)));
            } catch (MessageBusyException e) {
                assertThat(e.until()).isAfter(clock.instant());
                waiting.add(new Waiting(e.until(), next.number()));
            }
        }

        sent.sort(Comparator.naturalOrder());
        assertThat(mostInOneSecond(sent)).isLessThanOrEqualTo(RATE + RATE / 10);
        assertThat(Duration.between(START, sent.get(1999)))
                .as("the rate is also used")
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
        assertThat(first.share().held()).isEqualTo(SendShare.WHOLE);
    }

    @Test
    void dividesTheRateEvenlyAndTakesWhatADeadNodeLeaves() {
        var first = node();
        first.share().thousandths();
        assertThat(first.share().held()).isEqualTo(1000);

        var second = node();
        assertThat(second.share().thousandths()).as("nothing is free yet").isZero();
        first.share().renew();
        second.share().renew();
        assertThat(List.of(first.share().held(), second.share().held())).containsExactly(500, 500);

        jdbc.sql("update sending_nodes set lease_until = current_timestamp - interval '1' second where share = 500")
                .update();
        first.share().renew();
        assertThat(first.share().held()).isEqualTo(1000);
    }

    @Test
    void neverHandsOutMoreThanTheWholeHoweverManyAskAtOnce() throws InterruptedException {
        IntStream.range(0, 6).forEach(number -> node());
        var most = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(6);
        for (var node : List.copyOf(nodes)) {
            threads.execute(() -> {
                node.share().thousandths();
                for (var round = 0; round < 20; round++) {
                    node.share().renew();
                    most.accumulateAndGet(
                            nodes.stream()
                                    .mapToInt(other -> other.share().held())
                                    .sum(),
                            Math::max);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(most.get()).isBetween(1, SendShare.WHOLE);
        nodes.forEach(node -> node.share().renew());
        assertThat(nodes).allSatisfy(node -> assertThat(node.share().held()).isEqualTo(166));
    }

    private Node node() {
        var properties = new DataSourceProperties();
        properties.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        properties.setUsername("postgres");
        properties.setPassword("");
        var connections = new LedgerConnections(properties, SETTINGS);
        var share = new SendShare(connections, properties.getUrl());
        var node = new Node(connections, share, new SendRate(SETTINGS, clock, wait::set, share));
        nodes.add(node);
        return node;
    }

    private record Node(LedgerConnections connections, SendShare share, SendRate rate) {

        void stop() {
            share.destroy();
            connections.destroy();
        }
    }

    private record Waiting(Instant at, int number) {}
}

package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.ScriptedMailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes, processes of their own, on one PostgreSQL: what is done to them must not be noticed by a customer. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesTests {

    private static final int REPEATED_ORDERS = Scale.of("repeated-orders", 20, 1_000);
    private static final int COPIES = Scale.of("copies", 20, 20);
    private static final int CANCELLATIONS = Scale.of("cancellations", 4, 200);
    private static final int THREADS = Scale.of("threads", 100, 100);
    private static final int STOPS = Scale.of("stops", 1, 20);
    private static final int ORDERS_BETWEEN = 15;
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    /** A limit of the promise holds on a machine with nothing else to do; a build only sees that nobody waits long. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private Postgres postgres;
    private ScriptedMailServer mails;
    private List<Node> nodes;
    private final Set<String> acknowledged = new HashSet<>();

    private record Answer(int status, Duration took) {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        postgres = new Postgres(folder);
        mails = new ScriptedMailServer().slow(Killing.ANSWER).keepingReceiptsOnly();
        nodes = List.of(
                new Node("one", postgres.url(), "postgres", mails.port()),
                new Node("two", postgres.url(), "postgres", mails.port()));
        for (var node : nodes) {
            node.start().ready();
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (var node : nodes) {
            node.kill();
        }
        postgres.close();
        mails.close();
    }

    @Test
    @Order(0)
    void startTogetherAndCreateTheirIndexesOnce() {
        assertThat(count("select count(*) from pg_indexes where indexname like 'afterglow@_idx@_%' escape '@'"))
                .isEqualTo(2);
    }

    /**
     * Hypothesis: an order that is told any number of times, by anybody, to any node, is one journey. Fault: every order
     * in many copies, shuffled. Figure: 1,000 orders × 20 copies, 1,000 journeys, no server error, p99 under 1 s.
     */
    @Test
    @Order(1)
    void countAnOrderThatIsToldManyTimesOnce() throws Exception {
        var placed = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var calls = new ArrayList<Callable<Answer>>();
        for (var copy = 0; copy < REPEATED_ORDERS * COPIES; copy++) {
            var order = Shop.order("R-" + copy % REPEATED_ORDERS, placed);
            var node = nodes.get(copy / REPEATED_ORDERS % nodes.size());
            calls.add(() -> timed(() -> node.post(order)));
        }
        Collections.shuffle(calls, new Random(SEED));
        var answers = all(calls, 8);

        var journeys = count("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null");
        Figures.print(
                "copies, 2 nodes on PostgreSQL",
                "%d orders x %d shuffled copies, seed %d: %d journeys, %d answers that are not 2xx, p99 %d ms",
                REPEATED_ORDERS,
                COPIES,
                SEED,
                journeys,
                bad(answers),
                p99(answers).toMillis());
        IntStream.range(0, REPEATED_ORDERS).forEach(number -> acknowledged.add("R-" + number));
        assertThat(journeys).isEqualTo(REPEATED_ORDERS);
        assertThat(bad(answers)).isZero();
        assertThat(p99(answers)).isLessThan(LONGEST_ANSWER);
        Killing.await(mails, REPEATED_ORDERS);
        assertNothingIsViolated();
    }

    /**
     * Hypothesis: what many say at once happens once, and nobody hears of the others. Fault: the same cancellation from
     * 100 threads on two nodes. Figure: 200 journeys, 200 ends, no server error.
     */
    @Test
    @Order(2)
    void endAJourneyThatManyCancelAtOnceOnce() throws Exception {
        var placed = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var before = mails.count();
        for (var number = 0; number < CANCELLATIONS; number++) {
            assertThat(nodes.get(0).post(Shop.order("C-" + number, placed))).isEqualTo(201);
            acknowledged.add("C-" + number);
        }
        Killing.await(mails, before + CANCELLATIONS);
        assertNothingIsViolated();
        var calls = new ArrayList<Callable<Answer>>();
        for (var number = 0; number < CANCELLATIONS; number++) {
            var path = "/C-" + number + "/cancellation";
            IntStream.range(0, THREADS)
                    .mapToObj(thread -> nodes.get(thread % nodes.size()))
                    .forEach(node -> calls.add(() -> timed(() -> node.post(path, "{}"))));
        }
        var answers = all(calls, THREADS);

        var cancelled = count("select count(*) from journey_outcomes where outcome = 'CANCELLED'");
        Figures.print(
                "correlation storm, 2 nodes on PostgreSQL",
                "%d threads x %d journeys told of one cancellation: %d ended, %d answers that are not 2xx, p99 %d ms",
                THREADS,
                CANCELLATIONS,
                cancelled,
                bad(answers),
                p99(answers).toMillis());
        assertThat(cancelled).isEqualTo(CANCELLATIONS);
        assertThat(bad(answers)).isZero();
        assertNothingIsViolated();
    }

    /**
     * Hypothesis: whenever a node dies, no acknowledged order is lost, every touchpoint that was due is sent, and a mail
     * comes twice only when the node died between the mail server's answer and the ledger's commit, with the same id and
     * bytes. Fault: SIGKILL at random moments while mails leave. Figure: 10,000 orders, 50 kills, 0 lost, 0 missing, at
     * most threads × kills duplicates.
     */
    @Test
    @Order(3)
    void loseNothingWhenOneAfterTheOtherIsKilled() throws Exception {
        var shop = new Shop(nodes);
        shop.acknowledged().addAll(acknowledged);
        var killing = new Killing(nodes, shop, mails);

        killing.run("F-");
        killing.check("2 nodes on PostgreSQL", invariants());
        assertThat(shop.acknowledged()).hasSize(acknowledged.size() + Killing.ORDERS);
        acknowledged.addAll(shop.acknowledged());
    }

    /**
     * Hypothesis: a database that stops dead loses no acknowledged order, and orders are taken again within a minute of
     * its return. Fault: PostgreSQL's immediate shutdown while orders come in and mails leave. Figure: 20 stops, 0 lost,
     * working again in less than 60 s.
     */
    @Test
    @Order(4)
    void loseNothingWhenTheDatabaseStopsDead() throws Exception {
        var shop = new Shop(nodes);
        var before = mails.count();
        var duplicatesBefore = invariants().duplicates();
        var longest = Duration.ZERO;
        for (var stop = 0; stop < STOPS; stop++) {
            for (var number = 0; number < ORDERS_BETWEEN; number++) {
                shop.tell("D-" + stop + "-" + number);
            }
            postgres.stopDead();
            assertThat(shop.offerInVain("D-" + stop + "-never")).isFalse();
            postgres.startAgain();
            var back = System.nanoTime();
            shop.tell("D-" + stop + "-again");
            longest = Collections.max(List.of(longest, Duration.ofNanos(System.nanoTime() - back)));
        }
        acknowledged.addAll(shop.acknowledged());
        Killing.await(mails, before + 2 * shop.acknowledged().size());
        var violations = invariants().violationsInTheEnd(acknowledged);
        Figures.print(
                "PostgreSQL stopped immediately, 2 nodes",
                "%d stops, %d orders: %d duplicates, %d violations, orders taken again after at most %d ms",
                STOPS,
                shop.acknowledged().size(),
                invariants().duplicates() - duplicatesBefore,
                violations.size(),
                longest.toMillis());
        assertThat(violations).isEmpty();
        assertThat(longest).isLessThan(Duration.ofSeconds(60));
    }

    private void assertNothingIsViolated() throws InterruptedException {
        assertThat(invariants().violationsInTheEnd(acknowledged)).isEmpty();
    }

    /** What was bought today is due a confirmation, what was bought three days ago a welcome as well. */
    private Invariants invariants() {
        return new Invariants(
                postgres.database(),
                mails,
                order -> order.startsWith("R-") || order.startsWith("C-") ? Set.of("order-confirmation") : Shop.DUE);
    }

    private static List<Answer> all(List<Callable<Answer>> calls, int threads) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Answer timed(Callable<Integer> call) throws Exception {
        var start = System.nanoTime();
        var status = call.call();
        return new Answer(status, Duration.ofNanos(System.nanoTime() - start));
    }

    private static long bad(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() / 100 != 2).count();
    }

    private static Duration p99(List<Answer> answers) {
        return answers.stream()
                .map(Answer::took)
                .sorted()
                .skip((long) (answers.size() * 0.99))
                .findFirst()
                .orElseThrow();
    }

    private int count(String sql) {
        return JdbcClient.create(postgres.database())
                .sql(sql)
                .query(Integer.class)
                .single();
    }
}

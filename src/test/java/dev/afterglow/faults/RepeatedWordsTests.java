package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.ScriptedMailServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hypothesis: whatever is told any number of times, in any order, to any node, counts once, and no answer is a server
 * error. Fault: every order in many shuffled copies, every cancellation from many threads, on two nodes.
 */
@Tag("faults")
class RepeatedWordsTests {

    private static final int ORDERS = Integer.getInteger("faults.repeated-orders", 100);
    private static final int COPIES = Integer.getInteger("faults.copies", 20);
    private static final int CANCELLATIONS = Integer.getInteger("faults.cancellations", 20);
    private static final int THREADS = Integer.getInteger("faults.threads", 100);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private record Answer(int status, Duration took) {}

    @Test
    void countWhatIsToldManyTimesOnce() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var mails = new ScriptedMailServer()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            var nodes = List.of(
                    new Node("first", url, "postgres", mails.port()).start().ready(),
                    new Node("second", url, "postgres", mails.port()).start().ready());
            try {
                var database = JdbcClient.create(postgres.getPostgresDatabase());
                orders(nodes, database);
                cancellations(nodes, database);
            } finally {
                nodes.get(0).kill();
                nodes.get(1).kill();
            }
        }
    }

    private void orders(List<Node> nodes, JdbcClient database) throws Exception {
        var placed = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var calls = new ArrayList<Callable<Answer>>();
        for (var copy = 0; copy < ORDERS * COPIES; copy++) {
            var number = copy % ORDERS;
            var node = nodes.get(copy / ORDERS % nodes.size());
            calls.add(() -> timed(() -> node.post("""
                    {"orderNumber": "R-%d", "placedAt": "%s", "currency": "EUR", "total": 10.00,
                     "customer": {"email": "anna%d@example.org", "firstName": "Anna", "locale": "en", "timeZone": "UTC"},
                     "items": [{"sku": "LAMP", "title": "Lamp", "qty": 1, "unitPrice": 10.00}]}
                    """.formatted(number, placed, number))));
        }
        Collections.shuffle(calls, new Random(SEED));
        var answers = all(calls, 8);

        var journeys = count(database, "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null");
        Figures.print(
                "copies, 2 nodes on PostgreSQL",
                "%d orders x %d shuffled copies, seed %d: %d journeys, %d answers that are not 2xx, p99 %d ms"
                        .formatted(ORDERS, COPIES, SEED, journeys, bad(answers), p99(answers)));
        assertThat(journeys).isEqualTo(ORDERS);
        assertThat(count(database, "select count(*) from orders")).isEqualTo(ORDERS);
        assertThat(bad(answers)).isZero();
    }

    private void cancellations(List<Node> nodes, JdbcClient database) throws Exception {
        var calls = new ArrayList<Callable<Answer>>();
        for (var number = 0; number < CANCELLATIONS; number++) {
            var path = "/R-" + number + "/cancellation";
            IntStream.range(0, THREADS)
                    .mapToObj(thread -> nodes.get(thread % nodes.size()))
                    .forEach(node -> calls.add(() -> timed(() -> node.post(path, "{}"))));
        }
        var answers = all(calls, THREADS);

        var cancelled = count(database, "select count(*) from journey_outcomes where outcome = 'CANCELLED'");
        Figures.print(
                "correlation storm, 2 nodes on PostgreSQL",
                "%d threads x %d journeys told of one cancellation: %d ended, %d answers that are not 2xx, p99 %d ms"
                        .formatted(THREADS, CANCELLATIONS, cancelled, bad(answers), p99(answers)));
        assertThat(cancelled).isEqualTo(CANCELLATIONS);
        assertThat(bad(answers)).isZero();
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

    private static long p99(List<Answer> answers) {
        return answers.stream()
                .map(Answer::took)
                .sorted()
                .skip((long) (answers.size() * 0.99))
                .findFirst()
                .orElseThrow()
                .toMillis();
    }

    private static int count(JdbcClient database, String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}

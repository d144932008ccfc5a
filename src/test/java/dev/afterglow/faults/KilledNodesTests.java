package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.ScriptedMailServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Hypothesis: whenever a node dies, no acknowledged order is lost, every touchpoint that was due is sent, and a mail
 * comes twice only when the node died between the mail server's answer and the ledger's commit. Fault: SIGKILL at
 * random moments while mails leave. The figures of the issue: {@code -Dfaults.orders=10000 -Dfaults.kills=50}.
 */
@Tag("faults")
class KilledNodesTests {

    private static final int ORDERS = Integer.getInteger("faults.orders", 60);
    private static final int KILLS = Integer.getInteger("faults.kills", 3);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final Duration ANSWER = Duration.ofMillis(Long.getLong("faults.answer-millis", 150));
    private static final int THREADS = 8;
    private static final Set<String> DUE = Set.of("order-confirmation", "welcome");

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Random random = new Random(SEED);

    @Test
    void losesNothingOnTwoNodesWithPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var mails = new ScriptedMailServer().slow(ANSWER)) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            var nodes = List.of(
                    new Node("one", url, "postgres", mails.port()).start().ready(),
                    new Node("two", url, "postgres", mails.port()).start().ready());
            try {
                run(nodes, mails);
                check("2 nodes on PostgreSQL", new Invariants(postgres.getPostgresDatabase(), mails));
            } finally {
                stop(nodes);
            }
        }
    }

    @Test
    void losesNothingOnOneNodeWithH2(@TempDir Path folder) throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("afterglow") + ";WRITE_DELAY=0";
        try (var mails = new ScriptedMailServer().slow(ANSWER)) {
            var nodes = List.of(new Node(
                            "h2",
                            url,
                            "sa",
                            mails.port(),
                            "--afterglow.backup.folder=" + folder.resolve("backups"),
                            "--afterglow.backup.cron=*/5 * * * * *")
                    .start()
                    .ready());
            try {
                run(nodes, mails);
                // One more backup of the living database, with everything in it.
                Thread.sleep(6_000);
            } finally {
                stop(nodes);
            }
            check("1 node on H2", new Invariants(new DriverManagerDataSource(url, "sa", ""), mails));

            unzip(newest(folder.resolve("backups")), folder.resolve("restored"));
            var restored = "jdbc:h2:file:" + folder.resolve("restored/afterglow");
            check(
                    "1 node on H2, restored from a live backup",
                    new Invariants(new DriverManagerDataSource(restored, "sa", ""), mails));
        }
    }

    private static Path newest(Path backups) throws IOException {
        try (var files = Files.list(backups)) {
            return files.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, folder.resolve(entry.getName()));
            }
        }
    }

    private void run(List<Node> nodes, ScriptedMailServer mails) throws Exception {
        var over = new AtomicBoolean();
        var shop = new Thread(() -> tellOfOrders(nodes, over), "shop");
        shop.start();
        try {
            for (var kill = 1; kill <= KILLS; kill++) {
                awaitMails(mails, 2 * ORDERS * kill / (KILLS + 2));
                Thread.sleep(random.nextInt(200));
                var node = nodes.get(kill % nodes.size());
                node.kill();
                node.start().ready();
            }
            shop.join(Duration.ofMinutes(10).toMillis());
            awaitMails(mails, 2 * ORDERS);
            // The last answers still have to be written down.
            Thread.sleep(5_000);
        } finally {
            over.set(true);
        }
    }

    /** A shop tells of an order until it is answered with 2xx, as all of them do. */
    private void tellOfOrders(List<Node> nodes, AtomicBoolean over) {
        var placed = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        for (var number = 0; number < ORDERS && !over.get(); number++) {
            var order = """
                    {"orderNumber": "F-%d", "placedAt": "%s", "currency": "EUR", "total": 10.00,
                     "customer": {"email": "anna%d@example.org", "firstName": "Anna", "locale": "en", "timeZone": "UTC"},
                     "items": [{"sku": "LAMP", "title": "Lamp", "qty": 1, "unitPrice": 10.00}]}
                    """.formatted(number, placed, number);
            for (var attempt = number; !over.get(); attempt++) {
                if (nodes.get(attempt % nodes.size()).post(order) / 100 == 2) {
                    acknowledged.add("F-" + number);
                    break;
                }
                pause(100);
            }
        }
    }

    private static void awaitMails(ScriptedMailServer mails, int count) {
        var end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (mails.taken().stream().map(Invariants::idOf).distinct().count() < count && System.nanoTime() < end) {
            pause(50);
        }
    }

    private void check(String where, Invariants invariants) throws InterruptedException {
        var violations = invariants.violationsInTheEnd(acknowledged, DUE);
        Figures.print(
                "kill -9, " + where,
                "%d orders, %d kills, seed %d: %d acknowledged, %d messages accepted, %d duplicates, %d violations"
                        .formatted(
                                ORDERS,
                                KILLS,
                                SEED,
                                acknowledged.size(),
                                invariants.accepted(),
                                invariants.duplicates(),
                                violations.size()));
        assertThat(violations).isEmpty();
        assertThat(acknowledged).hasSize(ORDERS);
        assertThat(invariants.duplicates()).isLessThanOrEqualTo(THREADS * KILLS);
    }

    private static void stop(List<Node> nodes) throws InterruptedException {
        for (var node : nodes) {
            node.kill();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

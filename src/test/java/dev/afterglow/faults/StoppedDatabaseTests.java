package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.ScriptedMailServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Hypothesis: a database that stops dead loses no acknowledged order, and orders are taken again within a minute of its
 * return. Fault: PostgreSQL's immediate shutdown, again and again, while orders come in and mails leave.
 */
@Tag("faults")
class StoppedDatabaseTests {

    private static final int STOPS = Integer.getInteger("faults.stops", 3);
    private static final int ORDERS_BETWEEN = 15;

    @Test
    void losesNothingWhenTheDatabaseStopsDead(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        try (var mails = new ScriptedMailServer().slow(Duration.ofMillis(150));
                var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                        .start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            var node =
                    new Node("stopped", url, "postgres", mails.port()).start().ready();
            var acknowledged = new HashSet<String>();
            var longest = Duration.ZERO;
            var restarted = new ArrayList<Process>();
            try {
                for (var stop = 0; stop < STOPS; stop++) {
                    tell(node, stop, acknowledged);
                    stopDead(data);
                    assertThat(node.post(order("never")) / 100).isNotEqualTo(2);
                    restarted.add(startAgain(folder, data, postgres.getPort()));
                    longest = max(longest, untilItTakesOrders(node, stop, acknowledged));
                }
                awaitMails(mails, 2 * acknowledged.size());
                var invariants = new Invariants(new DriverManagerDataSource(url, "postgres", ""), mails);
                var violations = invariants.violationsInTheEnd(acknowledged, Set.of("order-confirmation", "welcome"));
                Figures.print(
                        "PostgreSQL stopped immediately",
                        "%d stops, %d orders: %d accepted, %d duplicates, %d violations, working again after at most %d s"
                                .formatted(
                                        STOPS,
                                        acknowledged.size(),
                                        invariants.accepted(),
                                        invariants.duplicates(),
                                        violations.size(),
                                        longest.toSeconds()));
                assertThat(violations).isEmpty();
                assertThat(longest).isLessThan(Duration.ofSeconds(60));
            } finally {
                node.kill();
                restarted.forEach(Process::destroy);
                if (Files.exists(data.resolve("postmaster.pid"))) {
                    stopDead(data);
                }
            }
        }
    }

    private static void tell(Node node, int round, Set<String> acknowledged) {
        for (var number = 0; number < ORDERS_BETWEEN; number++) {
            var name = "D-" + round + "-" + number;
            if (node.post(order(name)) / 100 == 2) {
                acknowledged.add(name);
            }
        }
    }

    private static Duration untilItTakesOrders(Node node, int round, Set<String> acknowledged)
            throws InterruptedException {
        var start = System.nanoTime();
        var name = "D-" + round + "-again";
        while (node.post(order(name)) / 100 != 2) {
            Thread.sleep(200);
            if (System.nanoTime() - start > Duration.ofMinutes(2).toNanos()) {
                throw new AssertionError("no order is taken two minutes after the database's return");
            }
        }
        acknowledged.add(name);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What {@code pg_ctl -m immediate stop} does: SIGQUIT to the postmaster. */
    private static void stopDead(Path data) throws IOException, InterruptedException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        var postmaster = ProcessHandle.of(Long.parseLong(pid));
        while (postmaster.isPresent() && postmaster.get().isAlive()) {
            Thread.sleep(50);
        }
    }

    private static Process startAgain(Path folder, Path data, int port) throws IOException {
        Path binary;
        try (var files = Files.walk(folder.resolve("binaries"))) {
            binary = files.filter(file -> file.endsWith("bin/postgres"))
                    .findFirst()
                    .orElseThrow();
        }
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binary.toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/faults/postgres.log")))
                .start();
    }

    private static void awaitMails(ScriptedMailServer mails, int count) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (mails.taken().stream().map(Invariants::idOf).distinct().count() < count && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String order(String name) {
        return """
                {"orderNumber": "%s", "placedAt": "%s", "currency": "EUR", "total": 10.00,
                 "customer": {"email": "anna-%s@example.org", "firstName": "Anna", "locale": "en", "timeZone": "UTC"},
                 "items": [{"sku": "LAMP", "title": "Lamp", "qty": 1, "unitPrice": 10.00}]}
                """.formatted(
                name, Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS), name.toLowerCase());
    }
}

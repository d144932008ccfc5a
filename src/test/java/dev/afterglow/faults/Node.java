package dev.afterglow.faults;

import dev.afterglow.intake.ApiKey;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The application in a process of its own, that can be killed. */
class Node {

    /** Short, so that what a dead node held is taken up while the test watches. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final Duration LEASE = DEADLINE.multipliedBy(2);
    private static final Duration LOCK = DEADLINE.multipliedBy(3);

    /** When what a dead node had claimed is certainly somebody else's, and done. */
    static final Duration TAKEN_UP_AFTER = LOCK.plusSeconds(5);

    /** Longer than any answer takes. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String KEY = "a-key-for-the-fault-suite-only";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final List<String> settings;
    private final int port;
    private Process process;

    Node(String name, String databaseUrl, String databaseUser, int smtpPort, String... more) throws IOException {
        this.name = name;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        this.settings = new ArrayList<>(List.of(
                "--spring.profiles.active=faults",
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=" + databaseUser,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtpPort,
                "--afterglow.shop.name=Faults",
                "--afterglow.shop.url=https://shop.example",
                "--afterglow.shop.public-url=https://after.shop.example",
                "--afterglow.shop.support-email=help@shop.example",
                "--afterglow.shop.postal-address=1 Street",
                "--afterglow.message.from=a@shop.example",
                "--afterglow.message.relational-from=b@shop.example",
                "--afterglow.message.id-key=faults",
                "--afterglow.message.rate=1000",
                "--afterglow.message.rate-per-domain=1000",
                "--afterglow.message.smtp-deadline=" + DEADLINE,
                "--afterglow.message.lease=" + LEASE,
                "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK.toMillis(),
                // The same number of times as in production, sooner.
                "--afterglow.journey.retries=PT2S,PT5S,PT15S,PT1M,PT1M,PT1M",
                "--afterglow.links.keys=faults:a-secret-for-faults-only",
                "--afterglow.customer.suppression-key=faults",
                "--afterglow.intake.api-keys[0].name=faults",
                "--afterglow.intake.api-keys[0].hash=" + ApiKey.hashed(KEY),
                "--afterglow.intake.api-keys[0].scopes=orders:write",
                "--afterglow.order.journey-up-to-age=P10D",
                "--afterglow.journey.send-window.from=00:00",
                "--afterglow.journey.send-window.to=23:59",
                // No quiet day among those the test touches.
                "--afterglow.journey.send-window.quiet-days="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek(),
                "--afterglow.access.first-password-file=target/faults/" + name + "-password"));
        settings.addAll(List.of(more));
    }

    /** Starts it and returns at once. */
    Node start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.afterglow.AfterglowApplication"));
        command.addAll(settings);
        var log = new File("target/faults/" + name + ".log");
        log.getParentFile().mkdirs();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return this;
    }

    /** Waits until it answers. */
    Node ready() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new AssertionError(name + " ended with " + process.exitValue() + "; see target/faults");
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " did not become ready; see target/faults");
            }
            Thread.sleep(200);
        }
        return this;
    }

    /** Whether it takes orders now. */
    boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Tells it of an order; answers the status, or 0 when nobody answered. */
    int post(String order) {
        return post("", order);
    }

    /** Tells it something about an order. */
    int post(String path, String body) {
        return post(path, body, PATIENCE);
    }

    /** Tells it something about an order; answers 0 when it says nothing for so long. */
    int post(String path, String body, Duration patience) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/orders" + path))
                    .header("Authorization", "Bearer " + KEY)
                    .header("Content-Type", "application/json")
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The product without its tests. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package dev.afterglow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A provider of text messages and pushes with a real HTTP server, which answers as it is told. */
public class TestProvider implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The secrets it checks; calls are signed with both while one is being replaced. */
    public static final List<String> SECRETS =
            List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_bmV4dCBzZWNyZXQgb2YgdGhlIHRlc3QgcHJvdmlkZXI=");

    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static final HttpServer SERVER = started();

    private static volatile int status = 202;
    private static volatile Map<String, String> headers = Map.of();
    private static volatile long pauseMillis;

    /** One call as it came in. */
    public record Call(String id, String timestamp, String signature, String body) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "afterglow.channels.webhook.url=http://localhost:"
                                + SERVER.getAddress().getPort() + "/messages",
                        "afterglow.channels.webhook.secrets=" + String.join(",", SECRETS),
                        "afterglow.channels.webhook.timeout=1s")
                .applyTo(context);
    }

    /** Takes everything again and forgets what came. */
    public static void behave() {
        answer(202, Map.of());
        pauseMillis = 0;
        CALLS.clear();
    }

    /** From now on, answers this. */
    public static void answer(int code, Map<String, String> with) {
        status = code;
        headers = with;
    }

    /** From now on, thinks longer than anybody waits. */
    public static void hang(long millis) {
        pauseMillis = millis;
    }

    /** The calls about an order, by its number. */
    public static List<Call> callsAbout(String orderNumber) {
        return CALLS.stream()
                .filter(call -> call.body().contains("\"order\":\"" + orderNumber + "\""))
                .toList();
    }

    private static HttpServer started() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", TestProvider::take);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "test-provider");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CALLS.add(new Call(
                    sent.getFirst("webhook-id"),
                    sent.getFirst("webhook-timestamp"),
                    sent.getFirst("webhook-signature"),
                    body));
            if (pauseMillis > 0) {
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

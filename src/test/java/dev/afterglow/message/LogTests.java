package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.AfterglowTest;
import dev.afterglow.ScriptedMailServer;
import dev.afterglow.TestMailServer;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands in the log of a shop, line by line as the profile prod writes it. */
@AfterglowTest
class LogTests {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Log log = new Log();

    @LocalServerPort
    int port;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    PooledMailSender mails;

    @Autowired
    Orders orders;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void listen() {
        log.setContext(root.getLoggerContext());
        log.encoder.setContext(root.getLoggerContext());
        log.encoder.setFormat("ecs");
        log.encoder.start();
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        log.stop();
    }

    @Test
    void aWholeJourneyLeavesNothingPersonalInTheLog() throws Exception {
        var order = tellOfAnOrder();
        LoggerFactory.getLogger("dev.afterglow.probe").info("The log listens");
        time.advance(Duration.ofDays(3));
        shop.deliver(order);
        time.advance(Duration.ofDays(40));

        assertThat(shop.touchpointsMailed(order)).contains("order-confirmation", "usage-check");
        assertThat(log.lines).isNotEmpty();
        assertThat(String.join("\n", log.lines))
                .doesNotContainIgnoringCase("Zephyrine")
                .doesNotContainIgnoringCase("Quillfeather")
                .doesNotContainIgnoringCase("Nightingale Lane")
                .doesNotContain("AB1 2CD");
    }

    @Test
    void aFailingStepNamesItsOrderAndItsInstanceAndNobody() throws Exception {
        OrderId order;
        try (var server = new ScriptedMailServer()
                .at("RCPT", "451 <z.quillfeather@nowhere.example>: greylisted, z.quillfeather@nowhere.example")) {
            sendTo(server.port());
            order = tellOfAnOrder();
            time.advance(Duration.ofMinutes(3));
        } finally {
            sendTo(TestMailServer.GREEN_MAIL.getSmtp().getPort());
        }
        time.advance(Duration.ofDays(1));

        var told = log.lines.stream().map(this::read).toList();
        assertThat(told)
                .allSatisfy(line ->
                        assertThat(line.path("log").path("level").asText()).isNotEmpty());
        assertThat(told).as("lines about the order %s in: %s", order, log.lines).anySatisfy(line -> {
            assertThat(line.path("order").asText()).isEqualTo(order.toString());
            assertThat(line.path("instance").asText()).isNotEmpty();
        });
        assertThat(String.join("\n", log.lines)).contains("greylisted").doesNotContainIgnoringCase("Quillfeather");
    }

    private void sendTo(int smtp) {
        mails.hangUp();
        mails.setPort(smtp);
    }

    private OrderId tellOfAnOrder() throws IOException, InterruptedException {
        var number = "LOG-" + System.nanoTime();
        var body = """
                {"orderNumber": "%s", "placedAt": "%s", "currency": "EUR", "total": 89.00,
                 "customer": {"email": "z.quillfeather@nowhere.example", "firstName": "Zephyrine",
                   "lastName": "Quillfeather", "locale": "en", "timeZone": "Europe/Paris"},
                 "shipTo": {"name": "Zephyrine Quillfeather", "street": "7 Nightingale Lane", "postalCode": "AB1 2CD",
                   "city": "Elsewhere", "country": "FR"},
                 "items": [{"sku": "LAMP", "title": "A lamp", "qty": 1, "unitPrice": 89.00}]}
                """.formatted(number, time.now());
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/orders"))
                .header("Authorization", "Bearer a key for our own shop")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return orders.byNumber(number).orElseThrow().id();
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    /** No shop runs it. */
    private static final String TEST_MAIL_SERVER = "com.icegreen";

    private static class Log extends AppenderBase<ILoggingEvent> {

        private final StructuredLogEncoder encoder = new StructuredLogEncoder();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (!event.getLoggerName().startsWith(TEST_MAIL_SERVER)) {
                lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
            }
        }
    }
}

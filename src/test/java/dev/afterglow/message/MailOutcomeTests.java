package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AfterglowTest;
import dev.afterglow.ScriptedMailServer;
import dev.afterglow.TestMailServer;
import dev.afterglow.TestShop;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What becomes of a journey when the mail server misbehaves. */
@AfterglowTest
class MailOutcomeTests {

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    JourneyTimelines timelines;

    @Autowired
    RuntimeService engine;

    @Autowired
    ManagementService management;

    @Autowired
    PooledMailSender mails;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MessageLedger ledger;

    @Autowired
    Endings endings;

    @Autowired
    Carriers carriers;

    @Autowired
    Clock clock;

    @Autowired
    MessageMetrics metrics;

    @Autowired
    MessageSettings settings;

    @Autowired
    Touchpoints touchpoints;

    private ScriptedMailServer server;

    @BeforeEach
    void misbehave() throws IOException {
        server = new ScriptedMailServer();
        sendTo(server.port());
    }

    @AfterEach
    void behave() throws IOException {
        sendTo(TestMailServer.GREEN_MAIL.getSmtp().getPort());
        server.close();
    }

    @Test
    void anAddressThatIsRefusedIsLeftAloneAndTheJourneyGoesOn() {
        server.at("RCPT", "550 5.1.1 no such user");
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(4));

        assertThat(outcomes(order)).containsExactly("order-confirmation REJECTED", "welcome SKIPPED SUPPRESSED");
        assertThat(timelines.of(order).waitingAt()).isEqualTo("Day 5");
        assertThat(server.contents()).isEmpty();
    }

    @Test
    void wordsThatAreRefusedDoNotCostTheAddress() {
        server.at("DOT", "554 refused");
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofHours(1));
        server.behave();
        time.advance(Duration.ofDays(4));

        assertThat(outcomes(order)).containsExactly("order-confirmation REJECTED", "welcome ACCEPTED");
    }

    @Test
    void aServerThatIsBusyIsAskedAgainAndThenAPersonIs() {
        server.at("RCPT", "451 try later");
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofMinutes(10));
        assertThat(outcomes(order)).containsExactly("order-confirmation RETRY");
        time.advance(Duration.ofHours(16));

        var incident =
                engine.createIncidentQuery().processInstanceId(instance(order)).singleResult();
        assertThat(incident.getIncidentMessage())
                .contains("order-confirmation of order " + order, "451 try later", "Trying again is safe");

        server.behave();
        management.setJobRetries(incident.getConfiguration(), 1);
        time.advance(Duration.ofMinutes(1));
        assertThat(outcomes(order)).containsExactly("order-confirmation ACCEPTED");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aMessageThatWasTriedTooOftenIsGivenUpByAPerson() {
        server.at("DATA", "451 try later");
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofHours(16));
        for (var more = 0; more < 2; more++) {
            var incident = engine.createIncidentQuery()
                    .processInstanceId(instance(order))
                    .singleResult();
            management.setJobRetries(incident.getConfiguration(), 1);
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(outcomes(order)).containsExactly("order-confirmation FAILED");
        var incident =
                engine.createIncidentQuery().processInstanceId(instance(order)).singleResult();
        assertThat(incident.getIncidentMessage()).contains("given up after 8 attempts", "lets the journey go on");

        management.setJobRetries(incident.getConfiguration(), 1);
        time.advance(Duration.ofMinutes(1));
        assertThat(timelines.of(order).waitingAt()).isEqualTo("Day 2");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aServerThatIsAwayPausesAllAndCostsNoAttempt() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        sendTo(free);
        var orders = IntStream.range(0, 20)
                .mapToObj(number -> shop.anOrder().placed())
                .toList();
        time.advance(Duration.ofMinutes(30));

        assertThat(meters.get("afterglow.channel.paused")
                        .tag("channel", "mail")
                        .gauge()
                        .value())
                .isEqualTo(1);
        for (var order : orders) {
            assertThat(engine.createIncidentQuery()
                            .processInstanceId(instance(order))
                            .count())
                    .isZero();
            assertThat(timelines.of(order).touchpoints())
                    .allSatisfy(touchpoint -> assertThat(touchpoint.attempts()).isZero());
        }

        sendTo(server.port());
        time.advance(Duration.ofMinutes(3));

        assertThat(meters.get("afterglow.channel.paused")
                        .tag("channel", "mail")
                        .gauge()
                        .value())
                .isZero();
        assertThat(orders).allSatisfy(order -> assertThat(outcomes(order)).contains("order-confirmation ACCEPTED"));
        assertThat(server.taken()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void sendsTheSameBytesAgainWhenTheLineBrokeBeforeTheAnswer() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofHours(1));
        server.at("DOT", ScriptedMailServer.DROP);
        time.advanceTo(timelines.of(order).ahead().get(0).due());
        assertThat(outcomes(order)).containsExactly("order-confirmation ACCEPTED", "welcome SENDING");
        server.behave();
        time.advance(Duration.ofHours(24));

        assertThat(outcomes(order)).containsExactly("order-confirmation ACCEPTED", "welcome ACCEPTED");
        assertThat(of(order, server.taken())).hasSize(2);
        assertThat(of(order, server.contents())).hasSize(3);
        assertThat(of(order, server.contents()).stream().distinct()).hasSize(2);
    }

    @Test
    void neverSendsTwiceWhatMustArriveAtMostOnce(@TempDir Path folder) throws IOException {
        var order = shop.anOrder().placed();
        var once = new Messages(touchpointsOf(folder), ledger, endings, carriers, clock, metrics, settings);
        var message = aWelcome(order);
        server.at("DOT", ScriptedMailServer.DROP);

        assertThatThrownBy(() -> once.send(message))
                .isInstanceOf(MessageGivenUpException.class)
                .hasMessageContaining("may have arrived or not");
        server.behave();
        assertThat(once.send(message).status()).isEqualTo(Outcome.Status.UNCERTAIN);
        assertThat(server.contents()).hasSize(1);
    }

    /** Else the claim would run out while the mail server answers, and another node would send it as well. */
    @Test
    void doesNotBeginAHandOverThatItsClaimMayNotOutlast() {
        var order = shop.anOrder().placed();
        var slow =
                new Messages(touchpoints, ledger, endings, carriers, clock, metrics, leased(settings.smtpDeadline()));
        var quick = new Messages(touchpoints, ledger, endings, carriers, clock, metrics, settings);
        var message = aWelcome(order);

        for (var attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> slow.send(message)).isInstanceOf(MessageBusyException.class);
        }
        assertThat(server.contents()).isEmpty();
        assertThat(quick.send(message).status()).isEqualTo(Outcome.Status.ACCEPTED);
        assertThat(server.contents()).hasSize(1);
    }

    private MessageSettings leased(Duration lease) {
        return new MessageSettings(
                settings.from(),
                settings.relationalFrom(),
                settings.idKey(),
                settings.connections(),
                settings.smtpDeadline(),
                lease,
                settings.rate(),
                settings.ratePerDomain());
    }

    private static Message aWelcome(OrderId order) {
        var reader =
                new Recipient(new EmailAddress("once@example.org"), "Anna", Locale.ENGLISH, ZoneId.of("Europe/Paris"));
        return new Message(
                new MessageKey(order.value(), "welcome", 0),
                Purpose.RELATIONAL,
                reader,
                Readers.everything(),
                null,
                null);
    }

    /** The welcome, marked as one that rather goes missing. */
    private static Touchpoints touchpointsOf(Path folder) throws IOException {
        var welcome = Files.createDirectories(folder.resolve("welcome"));
        Files.writeString(
                welcome.resolve("message.yaml"),
                "purpose: relational\nobjective: reassure\nformat: plain-text\nvalid-for: P2D\nat-most-once: true\n");
        Files.writeString(welcome.resolve("body.txt"), "");
        Files.writeString(welcome.resolve("texts_en.properties"), "");
        return new Touchpoints(new PathMatchingResourcePatternResolver() {
            @Override
            public Resource[] getResources(String pattern) {
                return new Resource[] {new FileSystemResource(welcome.resolve("message.yaml"))};
            }
        });
    }

    private void sendTo(int port) {
        mails.hangUp();
        mails.setPort(port);
    }

    private String instance(OrderId order) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .processDefinitionKey("postPurchaseJourney")
                .singleResult()
                .getId();
    }

    private List<String> outcomes(OrderId order) {
        return timelines.of(order).touchpoints().stream()
                .map(touchpoint -> touchpoint.touchpoint() + " "
                        + touchpoint.outcome().status()
                        + (touchpoint.outcome().reason() == null
                                ? ""
                                : " " + touchpoint.outcome().reason()))
                .toList();
    }

    /** Journeys of other tests may write in the meantime. */
    private static List<String> of(OrderId order, List<String> mails) {
        return mails.stream()
                .filter(mail -> mail.contains("X-Afterglow-Order: " + order + "\n"))
                .toList();
    }
}

package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestProvider;
import dev.afterglow.TestShop;
import dev.afterglow.customer.Channel;
import dev.afterglow.customer.ChannelConsent;
import dev.afterglow.customer.ChannelConsents;
import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShipmentState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that leave by a provider of text messages, and what becomes of them when it misbehaves. */
@AfterglowTest
class WebhookChannelTests {

    private static final String NUMBER = "+33612345678";

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Orders orders;

    @Autowired
    ChannelConsents consents;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MessageRenderer renderer;

    @Autowired
    MessageIds ids;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    Clock clock;

    @BeforeEach
    @AfterEach
    void behave() {
        TestProvider.behave();
    }

    @Test
    void reachesWhoAgreedToItByASignedCallAndSendsNoMail() throws Exception {
        var order = onAWeekday().reading(Locale.FRENCH).placedAt(LocalTime.NOON);
        agree(order);

        late(order);

        assertThat(outcome(order)).isEqualTo("ACCEPTED SMS 1");
        assertThat(shop.touchpointsMailed(order)).doesNotContain("delay-notice");
        var call = onlyCallAbout(order);
        var body = json.readTree(call.body());
        assertThat(body.at("/type").asText()).isEqualTo("message.send");
        assertThat(body.at("/data/channel").asText()).isEqualTo("sms");
        assertThat(body.at("/data/touchpoint").asText()).isEqualTo("delay-notice");
        assertThat(body.at("/data/purpose").asText()).isEqualTo("transactional");
        assertThat(body.at("/data/recipient/address").asText()).isEqualTo(NUMBER);
        assertThat(body.at("/data/recipient/language").asText()).isEqualTo("fr");
        assertThat(body.at("/data/recipient/id").asText())
                .isEqualTo(Long.toString(customer(order).value()));
        assertThat(body.at("/data/text").asText())
                .startsWith("Maison Lumen: le colis de votre commande " + number(order) + " a du retard.")
                .doesNotContain("\n")
                .hasSizeLessThan(320);
        assertThat(call.signature()).isEqualTo(signature(call));
    }

    @Test
    void leavesWhoSaidNothingOrNoToTheMail() {
        var silent = onAWeekday().placedAt(LocalTime.NOON);
        var unwilling = shop.anOrder().placed();
        agree(unwilling);
        consents.say(customer(unwilling), Channel.SMS, false, "portal");

        late(silent);
        late(unwilling);

        assertThat(outcome(silent)).isEqualTo("ACCEPTED MAIL 1");
        assertThat(outcome(unwilling)).isEqualTo("ACCEPTED MAIL 1");
        assertThat(TestProvider.callsAbout(number(silent))).isEmpty();
        assertThat(TestProvider.callsAbout(number(unwilling))).isEmpty();
    }

    @Test
    void goesByTheFallbackOnceWhenTheProviderRefusesIt() {
        var order = onAWeekday().placedAt(LocalTime.NOON);
        agree(order);
        TestProvider.answer(422, Map.of());

        late(order);
        late(order);

        assertThat(outcome(order)).isEqualTo("ACCEPTED MAIL 1");
        assertThat(TestProvider.callsAbout(number(order))).hasSize(1);
        assertThat(shop.touchpointsMailed(order)).containsOnlyOnce("delay-notice");
        assertThat(consents.of(customer(order), Channel.SMS).orElseThrow().granted())
                .isTrue();
    }

    @Test
    void isNotUsedAgainForSomebodyWhoIsGoneThere() {
        var order = onAWeekday().placedAt(LocalTime.NOON);
        agree(order);
        TestProvider.answer(410, Map.of());

        late(order);

        assertThat(outcome(order)).isEqualTo("ACCEPTED MAIL 1");
        assertThat(consents.of(customer(order), Channel.SMS).orElseThrow().granted())
                .isFalse();
    }

    @Test
    void waitsAsLongAsTheProviderAsksAndThatCostsNoAttempt() {
        var order = onAWeekday().placedAt(LocalTime.NOON);
        agree(order);
        TestProvider.answer(429, Map.of("Retry-After", "600"));
        late(order);
        assertThat(outcome(order)).isEqualTo("RETRY SMS 0");
        TestProvider.answer(202, Map.of());

        time.advance(Duration.ofMinutes(9));
        assertThat(outcome(order)).isEqualTo("RETRY SMS 0");
        time.advance(Duration.ofMinutes(2));
        assertThat(outcome(order)).isEqualTo("ACCEPTED SMS 1");
    }

    @Test
    void saysTheSameUnderTheSameIdWhenItIsTriedAgain() {
        var order = onAWeekday().placedAt(LocalTime.NOON);
        agree(order);
        TestProvider.answer(500, Map.of());
        late(order);
        assertThat(outcome(order)).isEqualTo("RETRY SMS 1");
        TestProvider.answer(202, Map.of());
        TestProvider.hang(1_500);
        time.advance(Duration.ofMinutes(2));
        assertThat(outcome(order)).isEqualTo("SENDING SMS 2");
        TestProvider.hang(0);
        time.advance(Duration.ofHours(1));

        assertThat(outcome(order)).isEqualTo("ACCEPTED SMS 3");
        var calls = TestProvider.callsAbout(number(order));
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(TestProvider.Call::id).distinct()).hasSize(1);
        assertThat(calls.stream().map(TestProvider.Call::body).distinct()).hasSize(1);
        assertThat(calls).allSatisfy(call -> assertThat(call.signature()).isEqualTo(signature(call)));
        assertThat(shop.touchpointsMailed(order)).doesNotContain("delay-notice");
    }

    @Test
    void isNotMailedWhatMayHaveArrivedAlready() {
        var order = onAWeekday().placedAt(LocalTime.NOON);
        agree(order);
        TestProvider.hang(1_500);
        late(order);
        assertThat(outcome(order)).isEqualTo("SENDING SMS 1");
        consents.say(customer(order), Channel.SMS, false, "portal");
        time.advance(Duration.ofHours(1));

        assertThat(outcome(order)).isEqualTo("UNCERTAIN SMS 1");
        assertThat(shop.touchpointsMailed(order)).doesNotContain("delay-notice");
    }

    @Test
    void followsNoRedirectAndWaitsUntilTheProviderLetsUsIn() {
        var order = onAWeekday().placedAt(LocalTime.NOON);
        agree(order);
        TestProvider.answer(307, Map.of("Location", "/elsewhere"));
        late(order);
        assertThat(outcome(order)).isEqualTo("RETRY SMS 0");
        assertThat(meters.get("afterglow.channel.paused")
                        .tag("channel", "webhook")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(TestProvider.callsAbout(number(order))).hasSize(1);
        TestProvider.answer(401, Map.of());
        time.advance(Duration.ofMinutes(2));
        assertThat(outcome(order)).isEqualTo("RETRY SMS 0");
        TestProvider.answer(204, Map.of());
        time.advance(Duration.ofMinutes(2));

        assertThat(outcome(order)).isEqualTo("ACCEPTED SMS 1");
    }

    @Test
    void isClosedWhileNobodyAnswersAtItsAddress() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var settings = new WebhookSettings(
                URI.create("http://localhost:" + free),
                TestProvider.SECRETS,
                Set.of(Channel.SMS),
                Duration.ofSeconds(5));
        var carrier = new WebhookCarrier(settings, renderer, ids, json, consents, clock, new SimpleMeterRegistry());
        var key = new MessageKey(1, "delay-notice", 0);
        var facts = Readers.everything();
        var reader = new Recipient(new EmailAddress("away@example.org"), "Anna", Locale.ENGLISH, ZoneOffset.UTC);
        var route = new Route(Channel.SMS, new CustomerId(1), NUMBER, null);
        var message = new Message(key, Purpose.TRANSACTIONAL, reader, facts, null, null, route);
        var claim = new Claim.Granted(key, UUID.randomUUID(), 1, facts, time.now(), null);

        assertThat(carrier.carries(Channel.PUSH)).isFalse();
        assertThatThrownBy(() -> carrier.prepare(message, touchpoints.byKey("delay-notice"), claim, lapse -> {})
                        .run())
                .isInstanceOfSatisfying(
                        HandOverFailure.class,
                        failure -> assertThat(failure.meaning()).isEqualTo(HandOverFailure.Meaning.CHANNEL_CLOSED));
    }

    @Test
    void wakesNobodyAtNight() {
        var order = shop.anOrder().placedAt(LocalTime.of(23, 0));
        agree(order);

        late(order);
        assertThat(outcome(order)).isEqualTo("HELD null 0");
        assertThat(shop.touchpointsMailed(order)).doesNotContain("delay-notice");
        time.advance(Duration.ofDays(3));

        assertThat(outcome(order)).isEqualTo("ACCEPTED SMS 1");
    }

    /** As the specification has it: base64 of HMAC-SHA256 over "id.timestamp.body" with the decoded secret. */
    private static String signature(TestProvider.Call call) {
        var signed = call.id() + "." + call.timestamp() + "." + call.body();
        return TestProvider.SECRETS.stream()
                .map(secret -> {
                    try {
                        var mac = Mac.getInstance("HmacSHA256");
                        mac.init(new SecretKeySpec(
                                Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                        return "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining(" "));
    }

    /** Tomorrow is one: text messages rest on Sundays. */
    private TestShop.NewOrder onAWeekday() {
        while (time.now().atZone(ZoneId.of("Europe/Paris")).getDayOfWeek() == DayOfWeek.SATURDAY) {
            time.advance(Duration.ofDays(1));
        }
        return shop.anOrder();
    }

    private void agree(OrderId order) {
        consents.remember(customer(order), new ChannelConsent(Channel.SMS, true, NUMBER, "app", time.now()));
    }

    private void late(OrderId order) {
        shop.report(order, ShipmentState.DELAYED);
        time.advance(Duration.ofSeconds(1));
    }

    private TestProvider.Call onlyCallAbout(OrderId order) {
        assertThat(TestProvider.callsAbout(number(order))).hasSize(1);
        return TestProvider.callsAbout(number(order)).get(0);
    }

    private String number(OrderId order) {
        return orders.byId(order).orElseThrow().number();
    }

    private CustomerId customer(OrderId order) {
        return orders.byId(order).orElseThrow().customer();
    }

    private String outcome(OrderId order) {
        return jdbc.sql("""
                        select state, channel, attempts from messages
                        where order_id = :order and touchpoint = 'delay-notice'
                        """)
                .param("order", order.value())
                .query((row, number) ->
                        row.getString("state") + " " + row.getString("channel") + " " + row.getInt("attempts"))
                .single();
    }
}

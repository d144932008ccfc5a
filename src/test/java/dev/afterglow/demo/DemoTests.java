package dev.afterglow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.catalog.Products;
import dev.afterglow.intake.ApiKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The demo's fixed addresses, as a script and a newcomer use them; time goes on from test to test. */
@DemoTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class DemoTests {

    /** What the example with curl sends. */
    private static final Pattern ORDER = Pattern.compile("/api/orders.*?-d '(\\{.*?\\})'", Pattern.DOTALL);

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Environment environment;

    @Autowired
    private Products products;

    @LocalServerPort
    private int port;

    @Test
    @Order(1)
    void endsItsLogWithABoxOfEverythingOneNeeds(@Autowired WelcomeBox box, CapturedOutput output) {
        box.on(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));

        assertThat(output)
                .contains("http://localhost:" + port + "/")
                .contains("/demo/mailbox", "/camunda/app/tasklist", "/camunda/app/cockpit", "/camunda/app/admin")
                .contains("sophie", "ravi", "clara", "sam", "anna", "oscar", "mia", "admin")
                .contains("slow-evenings-1", "demo-tests-api-key", "demo-tests-webhook-secret")
                .contains("not for production")
                .contains("The time-lapse is stopped");
    }

    @Test
    @Order(2)
    void givesItsSecretsToThoseWhoCheckThem() {
        assertThat(environment.getProperty("afterglow.intake.api-keys[0].hash"))
                .isEqualTo(ApiKey.hashed("demo-tests-api-key"));
        assertThat(List.of("shopify", "woocommerce", "aftership"))
                .allSatisfy(source -> assertThat(environment.getProperty("afterglow.intake." + source + ".secrets[0]"))
                        .isEqualTo("demo-tests-webhook-secret"));
    }

    @Test
    @Order(3)
    void sellsADozenThingsWhosePagesGuidesAndPicturesExist(@Autowired MaisonLumen shop) {
        assertThat(shop.wares()).hasSize(12);
        assertThat(shop.wares()).extracting(Ware::category).containsOnly("Lighting", "Kitchen", "Textiles", "Garden");
        assertThat(shop.wares()).allSatisfy(ware -> {
            var picture = http.getForEntity("/demo/images/{sku}.png", byte[].class, ware.sku());
            assertThat(picture.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(picture.getBody()).hasSizeLessThan(25_000);
            for (var language : List.of("en", "fr", "de")) {
                assertThat(page("/demo/products/" + ware.sku() + "?lang=" + language))
                        .contains(ware.in(language).care());
                if (ware.in(language).guide() != null) {
                    assertThat(page("/demo/guides/" + ware.sku() + "?lang=" + language))
                            .contains(ware.in(language).title());
                }
            }
            assertThat(products.bySku(ware.sku())).isPresent();
            assertThat(products.bySkus(ware.complements())).hasSameSizeAs(ware.complements());
        });
    }

    @Test
    @Order(4)
    void confirmsTheFirstOrdersBeforeItSaysItIsReady() {
        assertThat(mails()).hasSize(4).allSatisfy(mail -> {
            assertThat(mail.get("touchpoint").textValue()).isEqualTo("order-confirmation");
            assertThat(mail.get("order").textValue()).startsWith("ML-100");
            assertThat(mail.get("to").textValue()).endsWith("@mail.example");
            assertThat(mail.get("subject").textValue())
                    .contains(mail.get("order").textValue());
            assertThat(Instant.parse(mail.get("sentAt").textValue())).isBeforeOrEqualTo(now());
            assertThat(mail.get("id").isIntegralNumber()).isTrue();
        });
    }

    @Test
    @Order(5)
    void letsTimePassUntilEverythingDueIsDone() {
        var before = now();
        var answer = moveClock("{\"advance\":\"P2DT12H\"}");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        var after = Instant.parse(body(answer).get("now").textValue());
        assertThat(after).isBetween(before.plus(60, ChronoUnit.HOURS), before.plus(61, ChronoUnit.HOURS));
        assertThat(body(answer).get("dayLength").textValue()).isEqualTo("PT0S");
        assertThat(touchpointsOf("ML-1001")).contains("order-confirmation", "shipping-notice", "welcome");
    }

    @Test
    @Order(6)
    void showsAMailAsPageAsSourceAndAsItself() {
        var mail = mails().get(0);
        var address = "/demo/mailbox/" + mail.get("id");

        var raw = http.getForEntity(address, byte[].class);
        assertThat(raw.getHeaders().getContentType()).isEqualTo(MediaType.parseMediaType("message/rfc822"));
        assertThat(new String(raw.getBody(), StandardCharsets.UTF_8))
                .contains("X-Afterglow-Touchpoint: " + mail.get("touchpoint").textValue(), "X-Afterglow-Order: ");
        var html = http.getForEntity(address + "/html", String.class);
        assertThat(html.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(page(address + "/view?width=phone"))
                .contains("<iframe", "sandbox=")
                .doesNotContain("srcdoc");
        assertThat(page(address + "/view?part=text")).contains("class=\"letter\"");
        assertThat(page(address + "/view?part=source")).contains("Message-ID");
        assertThat(page("/demo/mailbox?order=" + mail.get("order").textValue()))
                .contains("Mails of order " + mail.get("order").textValue());
    }

    @Test
    @Order(7)
    void saysInWordsWhyItCannotMoveTheClock() {
        for (var body : List.of(
                "{\"advance\":\"two days\"}",
                "{\"dayLength\":\"-PT1S\"}",
                "{}",
                "nonsense",
                "{\"advance\":\"P9999D\"}")) {
            var answer = moveClock(body);
            assertThat(answer.getStatusCode()).as(body).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(body(answer).get("detail").textValue()).as(body).isNotBlank();
        }
        assertThat(body(moveClock("{\"advance\":\"two days\"}")).get("detail").textValue())
                .contains("two days", "P2D", "PT0S");
    }

    @Test
    @Order(8)
    void tellsTheWholeStoryOfAnOrderToWhoeverHasTheKey() {
        var story = body(api("ML-1001", "demo-tests-api-key"));

        assertThat(story.get("number").textValue()).isEqualTo("ML-1001");
        assertThat(story.get("lines")).isNotEmpty();
        assertThat(story.get("shipments").get(0).get("state").textValue()).isEqualTo("IN_TRANSIT");
        assertThat(story.get("journey").get("state").textValue()).isEqualTo("RUNNING");
        assertThat(story.get("journey").get("waitingAt").textValue()).isEqualTo("Day 5");
        assertThat(story.get("touchpoints").get(0).get("touchpoint").textValue())
                .isEqualTo("order-confirmation");
        assertThat(story.get("touchpoints").get(0).get("outcome").textValue()).isEqualTo("ACCEPTED");
        assertThat(story.get("ahead").findValuesAsText("touchpoint"))
                .containsExactly("product-education", "cross-sell", "usage-check", "reactivation");
    }

    @Test
    @Order(9)
    void takesTheOrdersItShowsANewcomerWordForWord() throws IOException {
        for (var example : List.of(page("/"), Files.readString(Path.of("README.md")))) {
            var order = ORDER.matcher(example);
            assertThat(order.find()).isTrue();
            var body = order.group(1).replace("'\"$NOW\"'", now().toString());

            var headers = new HttpHeaders();
            headers.setBearerAuth("demo-tests-api-key");
            headers.setContentType(MediaType.APPLICATION_JSON);
            var answer = http.postForEntity("/api/orders", new HttpEntity<>(body, headers), JsonNode.class);
            assertThat(answer.getStatusCode()).as("%s", answer).isEqualTo(HttpStatus.CREATED);
        }
    }

    @Test
    @Order(10)
    void refusesToTellWithoutTheKeyAndSaysWhichOrderIsUnknown() {
        assertThat(api("ML-1001", "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        var unknown = api("NOPE", "demo-tests-api-key");
        assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(body(unknown).get("detail").textValue()).contains("NOPE");
    }

    @Test
    @Order(11)
    void livesThroughThirtyDaysWithEverythingThatCanHappenToAnOrder() {
        moveClock("{\"advance\":\"P45D\"}");

        assertThat(outcome("ML-1001")).isEqualTo("COMPLETED");
        assertThat(outcome("ML-1006")).isEqualTo("CANCELLED");
        assertThat(touchpointsOf("ML-1006")).containsExactly("order-confirmation");
        assertThat(touchpointsOf("ML-1009")).as("the order without an address").isEmpty();
        assertThat(touchpointsOf("ML-1005")).as("the late parcel").contains("delay-notice");
        assertThat(touchpointsOf("ML-1004")).as("two parcels").contains("shipping-notice", "usage-check");
    }

    @Test
    @Order(12)
    void passesDaysByItselfOnceADayHasALength() {
        var before = now();
        moveClock("{\"dayLength\":\"PT1S\"}");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> now().isAfter(before.plus(1, ChronoUnit.DAYS)));
        moveClock("{\"dayLength\":\"PT0S\"}");
        var stopped = now();

        assertThat(Duration.between(stopped, now())).isLessThan(Duration.ofHours(1));
    }

    /** About an order; other tests look at samples that are about none. */
    private List<JsonNode> mails() {
        return list("/demo/mailbox").stream()
                .filter(mail -> mail.hasNonNull("order"))
                .toList();
    }

    /** The touchpoints mailed about an order, in sequence. */
    private List<String> touchpointsOf(String order) {
        var touchpoints = new ArrayList<String>();
        list("/demo/mailbox?order=" + order)
                .forEach(mail -> touchpoints.add(0, mail.get("touchpoint").textValue()));
        return touchpoints;
    }

    private List<JsonNode> list(String address) {
        var headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        var answer = http.exchange(address, HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);
        var mails = new ArrayList<JsonNode>();
        body(answer).forEach(mails::add);
        return mails;
    }

    private String outcome(String number) {
        return body(api(number, "demo-tests-api-key"))
                .get("journey")
                .get("outcome")
                .asText();
    }

    private Instant now() {
        return Instant.parse(body(http.getForEntity("/demo/clock", JsonNode.class))
                .get("now")
                .textValue());
    }

    private ResponseEntity<JsonNode> moveClock(String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity("/demo/clock", new HttpEntity<>(body, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> api(String number, String key) {
        var headers = new HttpHeaders();
        headers.setBearerAuth(key);
        return http.exchange("/api/orders/{number}", HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class, number);
    }

    private String page(String address) {
        var headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.TEXT_HTML));
        var answer = http.exchange(address, HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(answer.getStatusCode()).as(address).isEqualTo(HttpStatus.OK);
        return HtmlUtils.htmlUnescape(answer.getBody());
    }

    private static JsonNode body(ResponseEntity<JsonNode> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}

package dev.afterglow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.DrawingCoverage;
import dev.afterglow.TestAgents;
import dev.afterglow.TestShop;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Channel;
import dev.afterglow.customer.ChannelConsent;
import dev.afterglow.customer.ChannelConsents;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Pause;
import dev.afterglow.customer.Pauses;
import dev.afterglow.customer.Purpose;
import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.UsageAnswer;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.SignedLinks;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class PortalTests {

    @Autowired
    PortalShop shop;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    SignedLinks links;

    @Autowired
    TimeMachine time;

    @Autowired
    TestShop mails;

    @Autowired
    Returns returns;

    @Autowired
    SupportDesk support;

    @Autowired
    Answers answers;

    @Autowired
    Consents consents;

    @Autowired
    Pauses pauses;

    @Autowired
    TaskService tasks;

    @Autowired
    TestAgents agents;

    @Autowired
    ChannelConsents channelConsents;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DrawingCoverage coverage;

    @LocalServerPort
    int port;

    Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(port);
    }

    @Test
    void showsTheOrderInItsLanguageAndInTheOneSwitchedTo() {
        var order = shop.delivered(Locale.FRENCH);
        var path = shop.path(order, LinkPurpose.ORDER, "");

        assertThat(wire.get(path).body()).contains("<html lang=\"fr\"", "Elle est arrivée.", "Lampe Aube", "254,00");
        assertThat(wire.get(path + "?lang=de").body())
                .contains("<html lang=\"de\"", "Sie ist angekommen.", "/help?lang=de");
    }

    @Test
    void tellsBrowsersToKeepThePageToThemselves() {
        var page = wire.get(shop.path(shop.delivered(Locale.ENGLISH), LinkPurpose.ORDER, ""));

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none';"));
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script", " style=", "https://fonts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/care", "/return", "/withdraw", "/help", "/case?id=1"})
    void answersTheSameToAForgedAnUnknownAndAnotherPurposesLink(String page) {
        var order = shop.threeThings(Locale.ENGLISH);
        var answer = shop.path(order, LinkPurpose.ANSWER, "").substring(3);
        var unknown = links.token(new OrderId(999_999_999), LinkPurpose.ORDER, time.now());

        var forged = wire.get("/o/v1.test.AAAA.BBBB" + page);
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(forged.body()).contains("This link does not open anything.").doesNotContain("Order");
        assertThat(wire.get("/o/" + unknown + page).body()).isEqualTo(forged.body());
        assertThat(wire.get("/o/" + answer + page).body()).isEqualTo(forged.body());
        assertThat(wire.get("/o/" + answer + page).statusCode()).isEqualTo(404);
    }

    @Test
    void mailsANewLinkToTheOrdersOwnAddressOnceADay() {
        var order = shop.threeThings(Locale.ENGLISH);
        time.advance(Duration.ofMinutes(1));
        var path = shop.path(order, LinkPurpose.ORDER, "");
        time.advance(Duration.ofDays(91));
        coverage.restart();

        var expired = wire.get(path, "de");
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("Dieser Link ist zu alt.").doesNotContain("petra");
        for (var click = 0; click < 3; click++) {
            assertThat(wire.post(path + "/new-link", "form", wire.form(path)).statusCode())
                    .isEqualTo(303);
        }
        assertThat(wire.get(path + "/new-link").body()).contains("A new link is on its way.");
        time.advance(Duration.ofSeconds(1));

        assertThat(mails.touchpointsMailed(order)).containsOnlyOnce("new-link");
        coverage.assertComplete("linkRenewal");
        assertThat(wire.get(shop.path(order, LinkPurpose.ORDER, "") + "/new-link")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void lookingChangesNothingButTheCountOfVisits() {
        var order = shop.delivered(Locale.ENGLISH);
        for (var look = 0; look < 3; look++) {
            wire.get(shop.path(order, LinkPurpose.ORDER, ""));
            wire.get(shop.path(order, LinkPurpose.ORDER, "/withdraw"));
            wire.get(shop.path(order, LinkPurpose.ORDER, "/return/solution?q0=1&reason=OTHER"));
            wire.get(shop.path(order, LinkPurpose.UNSUBSCRIBE, ""));
            wire.get(shop.path(order, LinkPurpose.ANSWER, "?say=works"));
            wire.get(shop.path(order, LinkPurpose.ANSWER, "/score?score=10"));
        }

        assertThat(returns.of(order)).isEmpty();
        assertThat(answers.of(order)).isEmpty();
        assertThat(consents.of(customer(order))).isEmpty();
        assertThat(jdbc.sql("select page from portal_visits where order_id = :order")
                        .param("order", order.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "order", "order/withdraw", "order/return", "unsubscribe", "answer", "answer/score");
    }

    @Test
    void aHundredDoubleClicksAskForOneReturn() throws Exception {
        var order = shop.delivered(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.ORDER, "/return");
        var form = wire.form(path + "/solution?q0=1&reason=COLOR");

        var answered =
                atOnce(100, () -> wire.post(path, "form", form, "q0", "1", "reason", "COLOR", "resolution", "REFUND"));

        assertThat(answered).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(answered.stream()
                        .map(page -> page.headers().firstValue("Location").orElse("")))
                .containsOnly(answered.get(0).headers().firstValue("Location").orElse("?"));
        assertThat(returns.of(order)).hasSize(1);
    }

    @Test
    void guidesThroughAReturnAndNamesWhatIsMissing() {
        var order = shop.delivered(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.ORDER, "/return");

        assertThat(wire.get(path + "/reason").statusCode()).isEqualTo(422);
        assertThat(wire.get(path + "/reason").body()).contains("Choose at least one thing to give back.");
        assertThat(wire.get(path + "/solution?q0=1").body()).contains("Choose a reason.");
        assertThat(wire.get(path + "/solution?q0=7&reason=COLOR").statusCode()).isEqualTo(409);
        var form = wire.form(path + "/solution?q0=1&reason=OTHER");
        var other = wire.post(path, "form", form, "q0", "1", "reason", "OTHER", "resolution", "REFUND");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Tell us in a few words what it is.");
        assertThat(wire.post(path, "form", form, "q0", "1", "reason", "OTHER", "resolution", "REFUND", "note", "Gift")
                        .statusCode())
                .isEqualTo(303);
        assertThat(returns.of(order)).hasSize(1);
    }

    @Test
    void takesAReturnBackOnThePageAndOnlyOnesOwn() {
        var order = shop.delivered(Locale.ENGLISH);
        var start = shop.path(order, LinkPurpose.ORDER, "/return");
        wire.post(
                start,
                "form",
                wire.form(start + "/solution?q0=1&reason=COLOR"),
                "q0",
                "1",
                "reason",
                "COLOR",
                "resolution",
                "EXCHANGE");
        var number = returns.of(order).get(0).number();
        var status = shop.path(order, LinkPurpose.RETURN, "");
        var stranger = shop.path(shop.delivered(Locale.ENGLISH), LinkPurpose.RETURN, "");

        assertThat(wire.get(status).body()).contains(number);
        assertThat(wire.get(stranger + "/cancel?rma=" + number).statusCode()).isEqualTo(404);
        assertThat(wire.get(stranger + "/code.png?rma=" + number).statusCode()).isEqualTo(404);
        var form = wire.form(status + "/cancel?rma=" + number);
        assertThat(wire.post(status + "/cancel", "form", form, "rma", number).statusCode())
                .isEqualTo(303);
        assertThat(returns.of(order).get(0).state()).isEqualTo(ReturnState.CANCELLED);
    }

    @Test
    void receivesAWithdrawalOnceAndShowsItsReceipt() throws Exception {
        var order = shop.delivered(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.ORDER, "/withdraw");
        assertThat(wire.get(path).body()).contains("value=\"Petra Portal\"", "Confirm withdrawal");
        assertThat(wire.post(path, "form", wire.form(path), "name", " ", "email", "nowhere")
                        .body())
                .contains("Give your name.", "Give an e-mail address for the receipt");

        var form = wire.form(path);
        var answered =
                atOnce(20, () -> wire.post(path, "form", form, "name", "Petra Portal", "email", "p@example.org"));

        assertThat(answered).extracting(HttpResponse::statusCode).containsOnly(303);
        assertThat(returns.of(order)).hasSize(1);
        assertThat(wire.get(path).body())
                .contains(
                        "You have withdrawn from the contract.",
                        returns.withdrawalOf(order).orElseThrow().contentHash());
    }

    @Test
    void leavesByOneClickAtOnceWithoutARedirect() {
        var order = shop.threeThings(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.UNSUBSCRIBE, "");

        var answer = wire.post(path, "List-Unsubscribe", "One-Click");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(consents.wants(customer(order), Purpose.PROMOTIONAL)).isFalse();
        assertThat(consents.wants(customer(order), Purpose.RELATIONAL)).isFalse();
        assertThat(wire.postMultipart(
                                path,
                                "b",
                                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n"
                                        .getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.post(path).statusCode()).isEqualTo(400);
    }

    @Test
    void keepsWhatTheCustomerWantsToHear() {
        var order = shop.threeThings(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.PREFERENCES, "");

        var saved =
                wire.post(path, "form", wire.form(path), "topics", "promotional", "language", "fr", "pause", "true");

        assertThat(saved.headers().firstValue("Location")).contains(path + "?saved");
        assertThat(consents.wants(customer(order), Purpose.RELATIONAL)).isFalse();
        assertThat(consents.wants(customer(order), Purpose.PROMOTIONAL)).isTrue();
        assertThat(consents.of(customer(order)).get(Purpose.RELATIONAL).source())
                .isEqualTo("portal");
        assertThat(pauses.of(customer(order)).map(Pause::isHers)).contains(true);
        assertThat(wire.get(path).body()).contains("<html lang=\"fr\"", "Vous avez demandé cette pause.");
        wire.post(path, "form", wire.form(path), "topics", "relational", "language", "fr", "resume", "true");
        assertThat(pauses.of(customer(order))).isEmpty();
        assertThat(consents.wants(customer(order), Purpose.RELATIONAL)).isTrue();
    }

    @Test
    void anAgentsPauseEndsOnlyWhenTheCustomerSaysSo() {
        var order = shop.threeThings(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.PREFERENCES, "");
        var before = wire.form(path);
        pauses.pause(customer(order), time.now().plus(Duration.ofDays(30)), "ben");

        wire.post(path, "form", before, "topics", "promotional", "language", "en");
        wire.post(path, "form", wire.form(path), "topics", "promotional", "language", "en", "pause", "true");
        assertThat(pauses.of(customer(order)).map(Pause::by)).contains("ben");
        assertThat(wire.get(path).body())
                .contains("Our team set this break", "name=\"resume\"")
                .doesNotContain("name=\"pause\"", "ben");

        wire.post(path, "form", wire.form(path), "topics", "promotional", "language", "en", "resume", "true");
        assertThat(pauses.of(customer(order))).isEmpty();
        assertThat(jdbc.sql("select paused_by, ended_by from pauses where customer_id = :customer")
                        .param("customer", customer(order).value())
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("ben customer");
    }

    @Test
    void showsPicturesOfTheHostsTheShopNamesAndOfNoOther() {
        products.put(pictured("P-SEEN", "https://pictures.example/seen.jpg"));
        products.put(pictured("P-UNSEEN", "https://elsewhere.example/unseen.jpg"));
        var order = mails.anOrder()
                .holding(
                        new OrderLine("1", "P-SEEN", "Seen", null, 1, new BigDecimal("10.00"), 0),
                        new OrderLine("2", "P-UNSEEN", "Unseen", null, 1, new BigDecimal("10.00"), 0))
                .placed();

        var page = wire.get(shop.path(order, LinkPurpose.ORDER, ""));

        assertThat(page.body())
                .contains("<img src=\"https://pictures.example/seen.jpg\" alt=\"\"")
                .doesNotContain("elsewhere.example");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("img-src 'self' data: https://pictures.example;");
    }

    @Test
    void aWithdrawalAndAReturnOfOneOrderDoNotCollide() throws Exception {
        for (var round = 0; round < 4; round++) {
            var order = shop.delivered(Locale.ENGLISH);
            var asking = shop.path(order, LinkPurpose.ORDER, "/return");
            var leaving = shop.path(order, LinkPurpose.ORDER, "/withdraw");
            var ask = wire.form(asking + "/solution?q0=1&reason=COLOR");
            var leave = wire.form(leaving);
            Callable<HttpResponse<String>> asks =
                    () -> wire.post(asking, "form", ask, "q0", "1", "reason", "COLOR", "resolution", "REFUND");
            Callable<HttpResponse<String>> leaves =
                    () -> wire.post(leaving, "form", leave, "name", "Petra Portal", "email", "p@example.org");

            var answered = atOnce(List.of(asks, leaves, asks, leaves));

            assertThat(answered)
                    .extracting(HttpResponse::statusCode)
                    .containsAnyOf(303)
                    .isSubsetOf(303, 409);
            assertThat(answered.get(1).statusCode()).isEqualTo(303);
            assertThat(returns.of(order))
                    .filteredOn(Return::isWithdrawal)
                    .singleElement()
                    .satisfies(it -> assertThat(it.amount()).isEqualByComparingTo("254.00"));
            assertThat(returns.of(order))
                    .filteredOn(it -> !it.isWithdrawal())
                    .allSatisfy(it -> assertThat(it.state()).isEqualTo(ReturnState.MERGED));
            assertThat(wire.get(asking).body()).contains("You have withdrawn from the contract of this order");
        }
    }

    @Test
    void saysWhatBecomesOfAnOpenReturnBeforeAWithdrawalIsConfirmed() {
        var order = shop.delivered(Locale.ENGLISH);
        var asking = shop.path(order, LinkPurpose.ORDER, "/return");
        wire.post(
                asking,
                "form",
                wire.form(asking + "/solution?q0=1&q1=1&q2=3&reason=COLOR"),
                "q0",
                "1",
                "q1",
                "1",
                "q2",
                "3",
                "reason",
                "COLOR",
                "resolution",
                "REFUND");
        var open = returns.of(order).get(0);
        time.advance(Duration.ofSeconds(1));
        var path = shop.path(order, LinkPurpose.ORDER, "/withdraw");
        assertThat(wire.get(path).body())
                .contains("Your return " + open.number() + " ends in this withdrawal")
                .doesNotContain("Its parcel is here already");
        returns.arrived(open.id(), "carrier");
        assertThat(wire.get(path).body()).contains("Its parcel is here already");

        var email = customers.byId(customer(order)).orElseThrow().email();
        wire.post(
                path,
                "form",
                wire.form(path),
                "name",
                "Petra Portal",
                "email",
                Objects.requireNonNull(email).value());

        assertThat(wire.get(path).body()).contains("You need not send anything").doesNotContain("How to send it back");
        time.advance(Duration.ofSeconds(1));
        assertThat(mails.touchpointsMailed(order))
                .endsWith("withdrawal-receipt")
                .filteredOn("return-instructions"::equals)
                .hasSize(1);
    }

    @Test
    void asksHowItWentOnlyWhereItIsWorthAskingAndKeepsTheStars() {
        var solved = answered("SOLVED");
        var informed = answered("INFORMED");

        assertThat(mails.touchpointsMailed(solved)).contains("support-satisfaction");
        assertThat(mails.touchpointsMailed(informed)).contains("support-answer").doesNotContain("support-satisfaction");
        var id = support.of(solved).get(0).id();
        var page = shop.path(solved, LinkPurpose.ORDER, "/case");
        assertThat(wire.get(page + "?id=" + id).body()).contains("action=\"" + page + "/rating\"");
        var form = wire.form(page + "?id=" + id);
        assertThat(wire.post(page + "/rating", "form", form, "id", id.toString(), "stars", "6")
                        .statusCode())
                .isEqualTo(422);
        var rated = wire.post(
                page + "/rating", "form", form, "id", id.toString(), "stars", "4", "words", "Quick and kind.");

        assertThat(rated.statusCode()).isEqualTo(303);
        assertThat(support.byId(id).orElseThrow().satisfaction()).isEqualTo(4);
        assertThat(jdbc.sql("select satisfaction_words from support_cases where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Quick and kind.");
        var unasked = support.of(informed).get(0).id();
        assertThat(wire.get(shop.path(informed, LinkPurpose.ORDER, "/case?id=" + unasked))
                        .body())
                .doesNotContain("/rating");
    }

    private OrderId answered(String result) {
        var order = shop.delivered(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.ORDER, "/help");
        wire.post(path, "form", wire.form(path), "topic", "question", "words", "Which bulb fits?");
        time.advance(Duration.ofSeconds(1));
        complete(order, "userTask_answerCustomer", Map.of("answer", "An E14 bulb.", "result", result));
        time.advance(Duration.ofDays(5));
        return order;
    }

    private void complete(OrderId order, String task, Map<String, Object> filledIn) {
        tasks.setAssignee(agents.task(order, task).getId(), "mira");
        agents.complete(order, task, filledIn);
    }

    @Test
    void publishesAReviewWithAPhotoFromAPhoneOnceSomebodyHasReadIt() throws Exception {
        var sku = "P-PHOTO-" + System.nanoTime();
        products.put(pictured(sku, null));
        var order = mails.anOrder().of(sku).placed();
        var path = shop.path(order, LinkPurpose.ANSWER, "/review");
        var published = "/api/reviews?sku=" + sku;
        customers.speak(customer(order), Locale.FRENCH);

        var sent = wire.postMultipart(path, "b", photographed(wire.form(path), sku, jpeg()));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(wire.get(published).body()).doesNotContain("Good light");
        time.advance(Duration.ofSeconds(1));
        complete(order, "userTask_moderateReview", Map.of("moderationVerdict", "APPROVE"));

        var body = wire.get(published).body();
        assertThat(body)
                .contains("Good light", "\"verifiedPurchase\":true", "\"inLanguage\":\"fr\"", "/api/reviews/photos/");
        var address = Pattern.compile("/api/reviews/photos/[^\"]+").matcher(body);
        assertThat(address.find()).isTrue();
        try (var stream =
                URI.create("http://localhost:" + port + address.group()).toURL().openStream()) {
            assertThat(ImageIO.read(stream).getWidth()).isEqualTo(640);
        }
        time.advance(Duration.ofSeconds(1));
        assertThat(mails.touchpointsMailed(order)).contains("review-published");
    }

    private static byte[] jpeg() throws IOException {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(100, 60, 400, 360);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] photographed(String form, String sku, byte[] photo) {
        var body = new ByteArrayOutputStream();
        var fields = Map.of(
                "form", form, "sku", sku, "stars", "5", "title", "Good light", "publish", "true", "name", "true");
        fields.forEach(
                (name, value) -> body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"lamp.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static Product pictured(String sku, @Nullable String picture) {
        return new Product(
                sku,
                "A thing",
                "home",
                "https://shop.example/" + sku,
                picture,
                null,
                null,
                24,
                true,
                List.of(),
                Map.of());
    }

    @Test
    void letsTheCustomerCloseAChannelSheOnceOpened() {
        var order = shop.threeThings(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.PREFERENCES, "");
        assertThat(wire.get(path).body()).doesNotContain("How else we may reach you");
        channelConsents.remember(
                customer(order), new ChannelConsent(Channel.SMS, true, "+33612345678", "app", Instant.EPOCH));
        assertThat(wire.get(path).body()).contains("How else we may reach you", "By text message");

        wire.post(path, "form", wire.form(path), "channels", "SMS", "language", "en");
        assertThat(channelConsents
                        .of(customer(order), Channel.SMS)
                        .orElseThrow()
                        .granted())
                .isTrue();
        wire.post(path, "form", wire.form(path), "language", "en");

        assertThat(channelConsents.of(customer(order), Channel.SMS).orElseThrow())
                .satisfies(word -> {
                    assertThat(word.granted()).isFalse();
                    assertThat(word.address()).isEqualTo("+33612345678");
                    assertThat(word.source()).isEqualTo("portal");
                });
    }

    @Test
    void opensACaseHearsTheAnswerAndShowsItToNobodyElse() {
        var order = shop.delivered(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.ORDER, "/help");
        assertThat(wire.post(path, "form", wire.form(path), "words", " ").statusCode())
                .isEqualTo(422);

        var opened = wire.post(
                path, "form", wire.form(path), "topic", "repair", "sku", "P-LAMP", "words", "<b>It flickers</b>");

        var conversation = opened.headers().firstValue("Location").orElseThrow();
        assertThat(wire.get(conversation).body()).contains("&lt;b&gt;It flickers&lt;/b&gt;");
        var id = support.of(order).get(0).id();
        var stranger = shop.path(shop.delivered(Locale.ENGLISH), LinkPurpose.ORDER, "/case?id=" + id);
        assertThat(wire.get(stranger).statusCode()).isEqualTo(404);
        var page = shop.path(order, LinkPurpose.ORDER, "/case");
        wire.post(page, "form", wire.form(page + "?id=" + id), "id", id.toString(), "words", "It still does.");
        assertThat(support.conversation(id)).hasSize(2);
    }

    @Test
    void answersAndReviewsByPost() {
        var order = shop.delivered(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.ANSWER, "");
        assertThat(wire.get(path + "?say=problem").body()).contains("Send: there is a problem");

        wire.post(path, "form", wire.form(path), "say", "problem", "words", "It wobbles");
        assertThat(answers.of(order)).extracting(Feedback::answer).containsExactly(UsageAnswer.PROBLEM);

        assertThat(wire.post(path + "/score", "form", wire.form(path + "/score"), "score", "11")
                        .statusCode())
                .isEqualTo(422);
        var form = wire.form(path + "/review");
        var review = wire.postMultipart(path + "/review", "b", multipart(form, "not a picture"));
        assertThat(review.statusCode()).isEqualTo(422);
        assertThat(review.body()).contains("Choose a photo in the format JPEG or PNG.", "value=\"Good light\"");
        assertThat(wire.post(path + "/review", "form", form, "sku", "P-LAMP", "stars", "4", "title", "Good light")
                        .statusCode())
                .isEqualTo(303);
        assertThat(answers.of(order)).hasSize(2);
    }

    @Test
    void slowsDownWhoSendsFasterThanAPerson() {
        var order = shop.threeThings(Locale.ENGLISH);
        var path = shop.path(order, LinkPurpose.PREFERENCES, "");

        var codes = IntStream.range(0, 7)
                .map(i -> wire.post(path, "form", wire.form(path), "topics", "relational", "language", "en")
                        .statusCode())
                .boxed()
                .toList();

        assertThat(codes).containsExactly(303, 303, 303, 303, 303, 429, 429);
    }

    @Test
    void saysWhatToDoWhenAFormIsCutShort() {
        var path = shop.path(shop.threeThings(Locale.ENGLISH), LinkPurpose.PREFERENCES, "");

        assertThat(wire.post(path, "form", "short", "language", "en").statusCode())
                .isEqualTo(400);
        assertThat(wire.post(path, "language", "en").body()).contains("The form did not arrive whole.");
    }

    @Test
    void paintsThePagesInTheShopsColour() {
        var sheet = wire.get("/assets/shop.css");

        assertThat(sheet.body()).contains("--brand: #2f5d50", "--on-brand: #ffffff");
        assertThat(wire.get("/assets/portal.css").statusCode()).isEqualTo(200);
    }

    private CustomerId customer(OrderId order) {
        return orders.byId(order).orElseThrow().customer();
    }

    private static byte[] multipart(String form, String photo) {
        var body = new StringBuilder();
        for (var field : List.of(
                new String[] {"form", form}, new String[] {"sku", "P-LAMP"}, new String[] {"stars", "4"}, new String[] {
                    "title", "Good light"
                })) {
            body.append(
                    "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field[0], field[1]));
        }
        body.append("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n")
                .append("Content-Type: image/jpeg\r\n\r\n")
                .append(photo)
                .append("\r\n--b--\r\n");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(Collections.nCopies(times, work));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var people = Executors.newFixedThreadPool(16);
        try {
            return people.invokeAll(work).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } finally {
            people.shutdownNow();
        }
    }
}

package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Persons;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnRequest;
import dev.afterglow.returns.Returns;
import dev.afterglow.returns.Units;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/**
 * Hypothesis: of somebody who asked to be forgotten nothing is left, and nothing of anybody was ever logged. Fault: the
 * shop's deliveries, parcels, answers, returns, cases, notes of agents, incidents, and a mail server that quotes
 * addresses in its refusals have spread her over all tables. Figure: 100 persons, 0 hits in all values of all tables, the
 * engine's history and byte arrays included, and in the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class ErasedPersonsTests extends OneProcess {

    private static final int PERSONS = Scale.of("persons", 10, 100);
    private static final Pattern HER =
            Pattern.compile("zenobia|quux|erasable lane|forget\\.example|grandmother", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEBODY_ELSE = Pattern.compile("ottilie", Pattern.CASE_INSENSITIVE);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    Orders orders;

    @Autowired
    Persons persons;

    @Autowired
    Attempts attempts;

    @Autowired
    FeedbackDesk feedback;

    @Autowired
    SupportDesk support;

    @Autowired
    Returns returns;

    @Test
    void leaveNothingBehind(CapturedOutput output) throws Exception {
        for (var number = 0; number < PERSONS; number++) {
            order(number, "Zenobia" + number, "Quux" + number, "zenobia.quux" + number + "@forget.example");
        }
        order(PERSONS, "Ottilie", "Other", "ottilie@keep.example");
        MAILS.at("RCPT", "451 4.7.1 {to}: greylisted");
        time.advance(Duration.ofHours(16));
        MAILS.at("RCPT", "550 5.1.1 {to}: no such user");
        order(PERSONS + 1, "Zenobia", "Quux", "zenobia.unknown@forget.example");
        time.advance(Duration.ofMinutes(5));
        MAILS.behave();
        MAILS.at("DOT", "554 5.7.1 no mail for {to}");
        order(PERSONS + 2, "Zenobia", "Quux", "zenobia.refused@forget.example");
        time.advance(Duration.ofMinutes(5));
        MAILS.behave();
        var incidents = engine.getRuntimeService().createIncidentQuery().list();
        // A person retries half of them; the other half stays as it is.
        incidents.stream()
                .limit(incidents.size() / 2)
                .forEach(incident -> engine.getManagementService().setJobRetries(incident.getConfiguration(), 1));
        time.advance(Duration.ofDays(6));
        IntStream.range(0, PERSONS).forEach(this::live);
        time.advance(Duration.ofHours(1));
        agentsWriteDownWhatTheyHeard();
        time.advance(Duration.ofDays(1));

        var dump = new Dump(database);
        var before = dump.hits(HER).size();
        for (var number = 0; number < PERSONS; number++) {
            assertThat(persons.erase(new EmailAddress("zenobia.quux" + number + "@forget.example")))
                    .isTrue();
        }
        persons.erase(new EmailAddress("zenobia.unknown@forget.example"));
        persons.erase(new EmailAddress("zenobia.refused@forget.example"));
        time.advance(Duration.ofDays(40));

        var left = dump.hits(HER);
        var logged =
                output.getAll().lines().filter(line -> HER.matcher(line).find()).toList();
        Figures.print(
                "%d persons erased".formatted(PERSONS),
                "%d values of theirs before, %d hits in %d values afterwards, %d lines of the log",
                before,
                left.size(),
                dump.values(),
                logged.size());
        assertThat(before).isGreaterThan(10 * PERSONS);
        assertThat(incidents).isNotEmpty();
        assertThat(left).isEmpty();
        assertThat(logged).isEmpty();
        assertThat(dump.hits(SOMEBODY_ELSE)).isNotEmpty();
    }

    /** Half of them buy in a shop that sends webhooks, half in one that calls the API. */
    private void order(int number, String first, String last, String email) throws Exception {
        if (number % 2 == 0) {
            post(
                    "/api/orders",
                    """
                    {"orderNumber": "P-%d", "placedAt": "%s", "currency": "EUR", "total": 89.00,
                     "customer": {"email": "%s", "firstName": "%s", "lastName": "%s", "locale": "en",
                                  "marketingConsent": {"state": "subscribed"}},
                     "items": [{"sku": "LAMP", "title": "Lamp", "qty": 1, "unitPrice": 89.00}],
                     "shipTo": {"name": "%s %s", "street": "%d %s", "city": "Lyon", "countryCode": "FR"}}
                    """.formatted(
                                    number,
                                    time.now(),
                                    email,
                                    first,
                                    last,
                                    first,
                                    last,
                                    number,
                                    email.contains("forget") ? "Erasable Lane" : "Kept Street"),
                    Map.of("Authorization", "Bearer a key for our own shop", "Idempotency-Key", "person-" + number));
        } else {
            var now = time.now().toString();
            var body = new ClassPathResource("intake/shopify/order-create.json")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?i)camille\\.moreau@example\\.com", email)
                    .replace("Camille", first)
                    .replace("Moreau", last)
                    .replace("14 rue des Martyrs", number + " Erasable Lane")
                    .replaceAll("\"(created|processed|updated)_at\": \"[^\"]*\"", "\"$1_at\": \"" + now + "\"")
                    .replace("820982911946154500", "9000" + number)
                    .replace("#1071", "P-" + number)
                    .replace("\"order_number\": 1071", "\"order_number\": " + (70_000 + number));
            post(
                    "/webhooks/shopify",
                    body,
                    Map.of(
                            "X-Shopify-Topic",
                            "orders/create",
                            "X-Shopify-Webhook-Id",
                            "person-" + number,
                            "X-Shopify-Hmac-SHA256",
                            signature(body)));
        }
        shop.deliver(of(number));
    }

    private void live(int number) {
        var order = of(number);
        var words = "My grandmother Zenobia" + number + " cannot switch it on";
        attempts.inTransaction(() -> switch (number % 3) {
            case 0 -> feedback.score(order, 2, words);
            case 1 -> support.open(order, Topic.QUESTION, words, null);
            default ->
                returns.request(new ReturnRequest(
                        order,
                        List.of(new Units(0, 1)),
                        ReturnReason.DEFECTIVE,
                        Resolution.REFUND,
                        words,
                        words,
                        "k" + number));
        });
    }

    private void agentsWriteDownWhatTheyHeard() {
        var forms = engine.getFormService();
        for (var task : engine.getTaskService().createTaskQuery().list()) {
            switch (task.getTaskDefinitionKey()) {
                case "userTask_callBack" ->
                    forms.submitTaskForm(
                            task.getId(),
                            Map.of(
                                    "callOutcome", "SOLVED",
                                    "callNote", "Her grandmother is deaf",
                                    "callDeed", "We sent Zenobia a new one"));
                case "userTask_answerCustomer" ->
                    forms.submitTaskForm(
                            task.getId(),
                            Map.of(
                                    "answer",
                                    "Dear grandmother, press twice",
                                    "result",
                                    "SOLVED",
                                    "pauseMarketing",
                                    false));
                default ->
                    engine.getTaskService()
                            .createComment(task.getId(), task.getProcessInstanceId(), "Ask Zenobia's grandmother");
            }
        }
    }

    private OrderId of(int number) {
        return orders.byNumber("P-" + number).orElseThrow().id();
    }

    private void post(String path, String body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 202);
    }

    private static String signature(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a secret shared with Shopify".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}

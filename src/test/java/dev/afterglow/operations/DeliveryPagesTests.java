package dev.afterglow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.journey.access.Browser;
import dev.afterglow.journey.access.RunningShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored deliveries as operators see them: in the browser and by script. */
@RunningShop
@ExtendWith(OutputCaptureExtension.class)
class DeliveryPagesTests {

    private static final String SECRET = "a secret shared with Shopify";
    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private String number;
    private long id;

    @BeforeEach
    void deliverAnOrder() throws Exception {
        number = "D" + UUID.randomUUID().toString().substring(0, 8);
        id = deliver("orders/create", order(number));
    }

    @ParameterizedTest
    @CsvSource({
        "inoperators, 200",
        "incamundaadmin, 200",
        "insupport, 403",
        "inanalysts, 403",
        "inmarketing, 403",
        "insupervisors, 403",
        "nogroup, 403"
    })
    void onlyOperatorsAndAdministratorsSeeThem(String person, int status) {
        var browser = Browser.of(port, person);

        for (var path :
                new String[] {"", "/deliveries", "/deliveries/" + id, "/api/deliveries", "/api/deliveries/" + id}) {
            assertThat(browser.get("/operations" + path).statusCode()).as(path).isEqualTo(status);
        }
    }

    @Test
    void showsTheCallWithItsVerdictAndWithoutItsSecrets() {
        var browser = Browser.of(port, "inoperators");

        assertThat(browser.get("/operations/deliveries").body())
                .contains("orders/create", "/operations/deliveries/" + id);
        assertThat(browser.get("/operations/deliveries?state=FAILED").body())
                .doesNotContain("/operations/deliveries/" + id + "\"");
        assertThat(browser.get("/operations/deliveries/" + id).body())
                .contains(
                        "Applied to its order", "valid, secret 1 of 1", "x-shopify-topic", number, "Nobody replayed it")
                .doesNotContainIgnoringCase("hmac")
                .doesNotContain("tok-9c1f");
        assertThat(browser.get("/operations/deliveries/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void replaysOneTwiceWithoutDoingAnythingTwiceAndKeepsWhoAskedForIt(CapturedOutput log) {
        var browser = Browser.of(port, "inoperators");
        var before = journeys();

        replay(browser, "");
        replay(browser, "");

        assertThat(journeys()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from orders where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(browser.get("/operations/deliveries/" + id).body()).contains("<b>inoperators</b>");
        assertThat(jdbc.sql(
                                "select count(*) from webhook_replays where delivery_id = :id and replayed_by = 'inoperators'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(log).contains("Delivery " + id + " was replayed by inoperators: APPLIED");
    }

    @Test
    void aForgedFormReplaysNothing() {
        var browser = Browser.of(port, "inoperators");

        assertThat(browser.postForm("/operations/deliveries/" + id + "/replay", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.postForm("/operations/api/deliveries/" + id + "/replay", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void replaysARangeOfFailedOnesOnceTheyCanBeRead() throws Exception {
        var first = deliver("orders/create", "no JSON at all " + number);
        var last = deliver("orders/create", "nor this " + number);
        assertThat(state(first)).isEqualTo("FAILED");
        jdbc.sql("update webhook_deliveries set body = :body where id = :id")
                .param("body", order(number + "x"))
                .param("id", first)
                .update();

        var answer = script(
                "inoperators",
                "POST",
                "/replay",
                "{\"from\": %d, \"to\": %d, \"state\": \"FAILED\"}".formatted(id, last));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer)).hasSize(2);
        assertThat(state(first)).isEqualTo("APPLIED");
        assertThat(state(last)).isEqualTo("FAILED");
    }

    @Test
    void hasNothingToReplayOnceTheBodyIsEmptied() {
        jdbc.sql("update webhook_deliveries set body = '{}' where id = :id")
                .param("id", id)
                .update();
        var browser = Browser.of(port, "inoperators");

        assertThat(browser.get("/operations/deliveries/" + id).body())
                .contains("The body was emptied")
                .doesNotContain("Replay it");
        assertThat(read(script("inoperators", "POST", "/" + id + "/replay", "{}"))
                        .path("detail")
                        .asText())
                .contains("emptied");
        assertThat(state(id)).isEqualTo("APPLIED");
    }

    @Test
    void answersScriptsThatLogInAndNobodyElse() {
        assertThat(read(script("inoperators", "GET", "?source=SHOPIFY&state=APPLIED", ""))
                        .get(0)
                        .path("source")
                        .asText())
                .isEqualTo("SHOPIFY");
        var whole = read(script("inoperators", "GET", "/" + id, ""));
        assertThat(whole.path("body").asText()).contains(number);
        assertThat(whole.path("headers").toString()).contains("x-shopify-topic").doesNotContainIgnoringCase("hmac");
        assertThat(script("inoperators", "POST", "/replay", "{\"from\": 1}").statusCode())
                .isEqualTo(400);
        assertThat(script("insupport", "GET", "", "").statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get("/operations/api/deliveries").statusCode())
                .isEqualTo(401);
    }

    private void replay(Browser browser, String more) {
        var page = "/operations/deliveries/" + id;
        var answer = browser.postForm(page + "/replay", "_csrf=" + browser.formToken(page) + more);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith(page));
    }

    private long journeys() {
        return jdbc.sql("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null")
                .query(Long.class)
                .single();
    }

    private String state(long delivery) {
        return jdbc.sql("select state from webhook_deliveries where id = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }

    private String order(String orderNumber) throws IOException {
        var order = (ObjectNode)
                json.readTree(DeliveryPagesTests.class.getResourceAsStream("/intake/shopify/order-create.json"));
        order.put("id", Math.abs((long) orderNumber.hashCode()));
        order.put("name", "#" + orderNumber);
        order.put("created_at", time.now().toString());
        order.put("processed_at", time.now().toString());
        order.put("updated_at", time.now().toString());
        return json.writeValueAsString(order);
    }

    private long deliver(String topic, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var call = UUID.randomUUID().toString();
        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/shopify"))
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Webhook-Id", call)
                .header(
                        "X-Shopify-Hmac-SHA256",
                        Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))))
                .header("X-Shopify-Access-Token", "tok-9c1f")
                .header("Cookie", "session=tok-9c1f")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isBetween(200, 202);
        return jdbc.sql("select id from webhook_deliveries where delivery_id = :call")
                .param("call", call)
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> script(String person, String method, String path, String body) {
        var login = Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/operations/api/deliveries" + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestAgents;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.Shipments;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.Returns;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop, its warehouse and its carrier bring a return forward over HTTP. */
@AfterglowTest
class ReturnApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Returns returns;

    @Autowired
    Shipments shipments;

    @Autowired
    Attempts attempts;

    @Autowired
    TestAgents agents;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theCarrierBringsAParcelByTheTrackingNumberTheShopTold() throws Exception {
        var it = returned(Resolution.REFUND);
        var tracking = "8R" + it.id();

        assertThat(aftership(tracking, "Delivered", null)).contains("PARKED");
        assertThat(current(it).state()).isEqualTo(ReturnState.APPROVED);
        var told = post("/api/returns/" + it.number() + "/shipments", Map.of("trackingNumber", tracking));

        assertThat(told.statusCode()).isEqualTo(202);
        assertThat(told.body()).contains("\"returnNumber\":\"" + it.number() + "\"", "\"state\":\"ARRIVED\"");
        assertThat(aftership(tracking, "Delivered", null)).contains("APPLIED");
        due();
        assertThat(shop.touchpointsMailed(it.order())).containsOnlyOnce("return-arrived");
        assertThat(shipments.of(it.order())).hasSize(1);
        assertThat(agents.open(it.order(), "userTask_inspectReturnedGoods")).isOne();
    }

    @Test
    void theCarrierMayNameTheReturnByItsOwnNumber() throws Exception {
        var it = returned(Resolution.REFUND);

        assertThat(aftership("8S" + it.id(), "InTransit", it.number())).contains("APPLIED");
        assertThat(current(it).state()).isEqualTo(ReturnState.APPROVED);
        assertThat(aftership("8S" + it.id(), "Delivered", null)).contains("APPLIED");

        assertThat(current(it).state()).isEqualTo(ReturnState.ARRIVED);
    }

    @Test
    void theWarehouseMayScanItUnderItsNumberAlone() throws Exception {
        var it = returned(Resolution.REFUND);
        var path = "/api/returns/" + it.number() + "/shipments";

        assertThat(post(path, Map.of("state", "DELIVERED")).statusCode()).isEqualTo(202);
        assertThat(post(path, Map.of("state", "DELIVERED")).statusCode()).isEqualTo(202);

        assertThat(current(it).state()).isEqualTo(ReturnState.ARRIVED);
        var unknown = post("/api/returns/RMA-1-NOTHING/shipments", Map.of("state", "DELIVERED"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("urn:afterglow:problem:return-unknown", "as it stands on the label");
    }

    @Test
    void theShopFetchesTheFollowUpOrdersItOwesAndTellsThatItPlacedThem() throws Exception {
        var it = returned(Resolution.EXCHANGE);
        assertThat(owed(it)).isNull();
        post("/api/returns/" + it.number() + "/shipments", Map.of("state", "DELIVERED"));
        due();
        agents.complete(it.order(), "userTask_inspectReturnedGoods", Map.of("finding", "as-expected"));

        var owed = owed(it);
        assertThat(owed.get("state").asText()).isEqualTo("GRANTED");
        assertThat(owed.get("wish").asText()).isEqualTo("The large one");
        assertThat(owed.at("/items/0/sku").asText()).isEqualTo("LAMP");
        assertThat(owed.at("/items/0/quantity").asInt()).isOne();
        assertThat(owed.get("value").decimalValue()).isEqualByComparingTo("89.00");
        assertThat(owed.get("orderId").asText()).startsWith("T");
        assertThat(owed.toString()).doesNotContain("anna", "Anna");

        var path = "/api/exchanges/" + it.number() + "/order";
        assertThat(post(path, Map.of("orderNumber", " ")).statusCode()).isEqualTo(422);
        var placed = post(path, Map.of("orderNumber", "2077"));
        assertThat(placed.statusCode()).isEqualTo(200);
        assertThat(placed.body()).contains("\"followUpOrderNumber\":\"2077\"", "\"state\":\"PLACED\"");
        assertThat(post(path, Map.of("orderNumber", "2077")).statusCode()).isEqualTo(200);
        var other = post(path, Map.of("orderNumber", "2078"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("is order 2077 already");
        due();

        assertThat(current(it).state()).isEqualTo(ReturnState.SETTLED);
        assertThat(shop.touchpointsMailed(it.order())).endsWith("return-settled");
        assertThat(agents.open(it.order(), "userTask_placeExchangeOrder")).isZero();
        assertThat(owed(it)).isNull();
        assertThat(get("/api/exchanges?state=placed").body()).contains(it.number());
    }

    @Test
    void nobodyReadsExchangesWithoutAKeyAndAWrongStateIsNamed() throws Exception {
        var request = HttpRequest.newBuilder(address("/api/exchanges")).build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(get("/api/exchanges?state=lost").body()).contains("GRANTED, PLACED and WITHDRAWN");
        var refund = returned(Resolution.REFUND);
        assertThat(post("/api/exchanges/" + refund.number() + "/order", Map.of("orderNumber", "1"))
                        .body())
                .contains("No follow-up order is owed");
    }

    private Return returned(Resolution resolution) {
        var order = shop.anOrder().placed();
        shop.deliver(order);
        due();
        var it = attempts.inTransaction(
                () -> returns.request(shop.aReturn(order, ReturnReason.SIZE_TOO_SMALL, resolution)));
        due();
        return it;
    }

    private Return current(Return it) {
        return returns.byId(it.id()).orElseThrow();
    }

    private JsonNode owed(Return it) throws IOException, InterruptedException {
        return StreamSupport.stream(JSON.readTree(get("/api/exchanges").body()).spliterator(), false)
                .filter(owed -> owed.get("returnNumber").asText().equals(it.number()))
                .findFirst()
                .orElse(null);
    }

    private String aftership(String tracking, String tag, String orderNumber) throws Exception {
        var message = new java.util.HashMap<String, Object>(Map.of("tracking_number", tracking, "tag", tag));
        if (orderNumber != null) {
            message.put("order_number", orderNumber);
        }
        var body = JSON.writeValueAsString(
                Map.of("event", "tracking_update", "event_id", UUID.randomUUID().toString(), "msg", message));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                "a secret shared with AfterShip".getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
        var signature = Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        var answer = http.send(
                HttpRequest.newBuilder(address("/webhooks/aftership"))
                        .header("Content-Type", "application/json")
                        .header("aftership-hmac-sha256", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(200, 202);
        return answer.body();
    }

    private HttpResponse<String> post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return http.send(
                authorized(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(authorized(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer a key for our own shop");
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void due() {
        time.advance(Duration.ofSeconds(1));
    }
}

package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Three shops and a carrier tell their stories over HTTP, signed, repeated and out of order; thirty days pass. */
@AfterglowTest
class EndToEndTests {

    private static final String[] WHOLE_JOURNEY = {
        "order-confirmation",
        "shipping-notice",
        "welcome",
        "product-education",
        "cross-sell",
        "usage-check",
        "reactivation"
    };

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Orders orders;

    @Autowired
    JourneyTimelines timelines;

    @Autowired
    RuntimeService engine;

    @Autowired
    ObjectMapper json;

    @Test
    void givesEachOrderOneJourneyInItsCustomersLanguage() throws Exception {
        var now = time.now();
        var placed = shopifyOrder(now);
        var parcel = shopifyParcel(now.plusSeconds(60));
        shopify("fulfillments/create", parcel);
        shopify("orders/updated", placed);
        shopify("orders/create", placed);
        shopify("orders/create", placed);
        shopify("fulfillments/create", parcel);
        woocommerce("order.updated", wooOrder(now));
        woocommerce("order.created", wooOrder(now));
        api("/api/orders", apiOrder(now));
        api("/api/orders", apiOrder(now));
        aftership("InTransit", "#727", now.plusSeconds(60));
        api("/api/orders/K-300/shipments", "{\"shipmentId\": \"1\", \"carrier\": \"DHL\", \"state\": \"IN_TRANSIT\"}");
        time.advance(Duration.ofMinutes(5));
        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(of("1071").toString(), "postPurchaseJourney")
                        .count())
                .isEqualTo(1);

        time.advance(Duration.ofDays(3));
        shopify("fulfillment_events/create", shopifyDelivery(time.now()));
        aftership("Delivered", "#727", time.now());
        api("/api/orders/K-300/shipments", "{\"shipmentId\": \"1\", \"state\": \"DELIVERED\"}");
        time.advance(Duration.ofDays(34));

        heardTheWholeStory("1071", "fr");
        heardTheWholeStory("727", "en");
        heardTheWholeStory("K-300", "de");
    }

    private void heardTheWholeStory(String number, String language) {
        var order = of(number);
        assertThat(shop.touchpointsMailed(order)).as(number).containsExactlyInAnyOrder(WHOLE_JOURNEY);
        assertThat(timelines.of(order).outcome()).as(number).isEqualTo("COMPLETED");
        assertThat(shop.mailsOf(order))
                .filteredOn(mail -> text(mail).contains("<html"))
                .hasSize(6)
                .allSatisfy(mail -> assertThat(text(mail)).contains("lang=\"" + language + "\""));
    }

    private OrderId of(String number) {
        return orders.byNumber(number).orElseThrow().id();
    }

    private String shopifyOrder(Instant at) throws Exception {
        return edited("shopify/order-create.json", order -> {
            order.put("created_at", at.toString())
                    .put("processed_at", at.toString())
                    .put("updated_at", at.toString());
            ((ObjectNode) order.get("line_items").get(0)).put("sku", "LAMP");
        });
    }

    private String shopifyParcel(Instant at) throws Exception {
        return edited(
                "shopify/fulfillment-create.json",
                parcel -> parcel.put("created_at", at.toString()).put("updated_at", at.toString()));
    }

    private String shopifyDelivery(Instant at) throws Exception {
        return edited(
                "shopify/fulfillment-event-delivered.json",
                event -> event.put("happened_at", at.toString())
                        .put("created_at", at.toString())
                        .put("updated_at", at.toString()));
    }

    private String wooOrder(Instant at) throws Exception {
        var gmt = at.toString().substring(0, 19);
        return edited("woocommerce/order-created.json", order -> {
            order.put("date_created_gmt", gmt).put("date_modified_gmt", gmt);
            ((ObjectNode) order.get("line_items").get(0)).put("sku", "LAMP");
        });
    }

    private static String apiOrder(Instant at) {
        return """
               {"orderId": "300", "orderNumber": "K-300", "placedAt": "%s", "currency": "EUR", "total": 89.00,
                "customer": {"email": "klara@example.org", "firstName": "Klara", "locale": "de", "timeZone": "Europe/Berlin"},
                "items": [{"sku": "LAMP", "title": "Lampe", "quantity": 1, "unitPrice": 89.00}],
                "shipTo": {"countryCode": "DE", "postalCode": "10115"}}
               """.formatted(at);
    }

    private void aftership(String tag, String number, Instant at) throws Exception {
        var body = edited("aftership/tracking-in-transit.json", update -> {
            update.put("event_id", UUID.randomUUID().toString()).put("ts", at.getEpochSecond());
            var tracking = (ObjectNode) update.get("msg");
            tracking.put("tracking_number", "W727")
                    .put("order_id", "727")
                    .put("order_number", number)
                    .put("tag", tag);
            tracking.put("subtag", tag + "_001").put("updated_at", at.toString());
            ((ObjectNode) tracking.get("checkpoints").get(0)).put("tag", tag).put("checkpoint_time", at.toString());
        });
        post(
                "/webhooks/aftership",
                body,
                Map.of("aftership-hmac-sha256", signature("a secret shared with AfterShip", body)));
    }

    private void shopify(String topic, String body) throws Exception {
        post(
                "/webhooks/shopify",
                body,
                Map.of(
                        "X-Shopify-Topic", topic,
                        "X-Shopify-Webhook-Id", UUID.randomUUID().toString(),
                        "X-Shopify-Event-Id", UUID.randomUUID().toString(),
                        "X-Shopify-Hmac-SHA256", signature("a secret shared with Shopify", body)));
    }

    private void woocommerce(String topic, String body) throws Exception {
        post(
                "/webhooks/woocommerce",
                body,
                Map.of(
                        "X-WC-Webhook-Topic", topic,
                        "X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString(),
                        "X-WC-Webhook-Signature", signature("a secret shared with WooCommerce", body)));
    }

    private void api(String path, String body) throws Exception {
        post(path, body, Map.of("Authorization", "Bearer a key for our own shop"));
    }

    private void post(String path, String body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 202);
    }

    private String edited(String fixture, Consumer<ObjectNode> edit) throws Exception {
        try (var file = new ClassPathResource("intake/" + fixture).getInputStream()) {
            var tree = (ObjectNode) json.readTree(file);
            edit.accept(tree);
            return json.writeValueAsString(tree);
        }
    }

    private static String signature(String secret, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(MimeMessage mail) {
        try {
            if (mail.getContent() instanceof jakarta.mail.Multipart parts) {
                return parts.getBodyPart(parts.getCount() - 1).getContent().toString();
            }
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

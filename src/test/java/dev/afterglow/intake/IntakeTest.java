package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.customer.Customers;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.Shipments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The intake over real HTTP on a real database, with nothing behind it but a recorder of what it announces. */
@SpringBootTest(
        classes = IntakeTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.enabled=false",
            // Nor is there an engine or a mail server to be well.
            "management.endpoint.health.validate-group-membership=false",
            "spring.datasource.url=jdbc:h2:mem:intake;DB_CLOSE_DELAY=-1",
            "afterglow.shop.name=Lumen & Lin",
            "afterglow.shop.url=https://lumen-lin.example",
            "afterglow.shop.public-url=https://lumen-lin.example/after",
            "afterglow.shop.support-email=help@lumen-lin.example",
            "afterglow.shop.postal-address=Lumen & Lin, 1 rue de la Paix, Paris",
            "afterglow.intake.shopify.secrets=old-secret,new-secret",
            "afterglow.intake.woocommerce.secrets=woo-secret",
            "afterglow.intake.aftership.secrets=ship-secret",
            "afterglow.intake.api-keys[0].name=shop",
            "afterglow.intake.api-keys[0].hash=9b346041bc9a49574eb2665b2ad2a0a3f9f9cce4e42f5d1f26deb8a256b5966a", // key-one
            "afterglow.intake.api-keys[0].scopes=orders:write,imports:write",
            "afterglow.intake.api-keys[1].name=shop",
            "afterglow.intake.api-keys[1].hash=c8df51469c308a59bfbd48a3e0bdd228ca922d6032035f5ef6e4ad45f473a9f3", // key-two
            "afterglow.intake.api-keys[1].scopes=orders:write,customers:write"
        })
abstract class IntakeTest {

    static final Instant NOW = Instant.parse("2026-05-15T08:00:00Z");
    static final String LAMP_ORDER = "820982911946154500";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Orders orders;

    @Autowired
    Shipments shipments;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Announcements announcements;

    @LocalServerPort
    int port;

    static class Application extends IntakeAlone {

        @Bean
        Clock fixedClock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        Announcements announcements() {
            return new Announcements();
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    static class Announcements {

        private final List<Object> all = new CopyOnWriteArrayList<>();

        @EventListener(
                classes = {
                    dev.afterglow.order.OrderPlaced.class,
                    dev.afterglow.order.OrderCancelled.class,
                    dev.afterglow.order.OrderDelivered.class,
                    dev.afterglow.order.ShipmentDispatched.class,
                    dev.afterglow.order.ShipmentDelayed.class
                })
        void hear(Object event) {
            all.add(event);
        }

        long count(Class<?> type) {
            return all.stream().filter(type::isInstance).count();
        }
    }

    @BeforeEach
    void forgetEverything() {
        for (var table :
                List.of("webhook_deliveries", "idempotent_answers", "orders", "consents", "customers", "products")) {
            jdbc.sql("delete from " + table).update();
        }
        announcements.all.clear();
    }

    static String fixture(String path) {
        try (var stream = IntakeTest.class.getResourceAsStream("/intake/" + path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String changed(String fixture, Consumer<ObjectNode> change) {
        try {
            var node = (ObjectNode) json.readTree(fixture(fixture));
            change.accept(node);
            return json.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> shopify(String topic, String body) {
        return shopify(topic, body, UUID.randomUUID().toString());
    }

    HttpResponse<String> shopify(String topic, String body, String webhookId) {
        return send(request("/webhooks/shopify", body)
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Webhook-Id", webhookId)
                .header("X-Shopify-Hmac-SHA256", hmac("new-secret", body)));
    }

    HttpResponse<String> woocommerce(String topic, String body) {
        return send(request("/webhooks/woocommerce", body)
                .header("X-WC-Webhook-Topic", topic)
                .header("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString())
                .header("X-WC-Webhook-Signature", hmac("woo-secret", body)));
    }

    HttpResponse<String> aftership(String body) {
        return send(request("/webhooks/aftership", body).header("aftership-hmac-sha256", hmac("ship-secret", body)));
    }

    HttpResponse<String> api(String path, String body, String... headers) {
        var request = request(path, body).header("Authorization", "Bearer key-two");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder csv(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer key-one")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String hmac(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Order order(String number) {
        return orders.byNumber(number).orElseThrow();
    }

    List<Shipment> parcels(String number) {
        return shipments.of(order(number).id());
    }

    long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    void assertProblem(HttpResponse<String> response, int status, String kind, String... words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var problem = read(response);
        assertThat(problem.path("type").asText()).isEqualTo("urn:afterglow:problem:" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).contains(words);
    }
}

package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.order.OrderCancelled;
import dev.afterglow.order.OrderDelivered;
import dev.afterglow.order.OrderPlaced;
import dev.afterglow.order.ShipmentDispatched;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OrderApiTests extends IntakeTest {

    private static final String ORDER = fixture("api/order.json");

    @Test
    void recordsAnOrderAndSaysWhereItIs() {
        var answer = api("/api/orders", ORDER);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/orders/A-2001");
        assertThat(read(answer).path("result").asText()).isEqualTo("recorded");
        var order = order("A-2001");
        assertThat(order.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(order.total()).isEqualByComparingTo("89.80");
        assertThat(order.lines().get(0).quantity()).isEqualTo(2);
        assertThat(announcements.count(OrderPlaced.class)).isOne();
        assertThat(jdbc.sql("select source from consents").query(String.class).single())
                .isEqualTo("api:checkout");
    }

    @Test
    void takesDownByWhichChannelsACustomerWantsToBeReached() {
        api("/api/orders", ORDER);
        var email = jdbc.sql("select email from customers").query(String.class).single();
        var word =
                "{\"email\":\"%s\",\"channel\":\"%s\",\"state\":\"%s\",\"address\":\"+4915112345678\",\"at\":\"%s\"}";

        assertThat(api("/api/customers/channels", word.formatted(email, "sms", "subscribed", "2026-05-15T10:00:00Z"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(api("/api/customers/channels", word.formatted(email, "sms", "unsubscribed", "2026-05-14T10:00:00Z"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(jdbc.sql("select channel, granted, address, source from channel_consents")
                        .query((row, number) ->
                                row.getString(1) + row.getBoolean(2) + row.getString(3) + row.getString(4))
                        .list())
                .containsExactly("SMStrue+4915112345678api:shop");
        assertThat(api("/api/customers/channels", word.formatted(email, "fax", "subscribed", "2026-05-15T10:00:00Z"))
                        .body())
                .contains("must be sms, push or in-app");
        assertThat(api(
                                "/api/customers/channels",
                                word.formatted("x@example.org", "sms", "subscribed", "2026-05-15T10:00:00Z"))
                        .body())
                .contains("Nobody has ordered with this e-mail address yet");
    }

    @Test
    void updatesTheOrderWhenItIsToldAgain() {
        api("/api/orders", ORDER);

        var answer = api(
                "/api/orders",
                changed(
                        "api/order.json",
                        order -> order.put("total", 50).put("updatedAt", "2026-05-15T10:00:01+00:00")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(order("A-2001").total()).isEqualByComparingTo("50");
        assertThat(announcements.count(OrderPlaced.class)).isOne();
    }

    @Test
    void answersARepeatedCallTheSameAndDoesNothingTwice() {
        var first = api("/api/orders", ORDER, "Idempotency-Key", "k-1");
        var second = api("/api/orders", ORDER, "Idempotency-Key", "k-1");

        assertThat(second.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherCall() {
        api("/api/orders", ORDER, "Idempotency-Key", "k-1");

        assertProblem(
                api("/api/orders", changed("api/order.json", order -> order.put("total", 1)), "Idempotency-Key", "k-1"),
                409,
                "idempotency-key-reused",
                "Use a new key");
        assertThat(order("A-2001").total()).isEqualByComparingTo("89.80");
    }

    @Test
    void aRefusedCallLeavesItsKeyFree() {
        assertThat(api("/api/orders/A-2001/shipments", "{}", "Idempotency-Key", "k-2")
                        .statusCode())
                .isEqualTo(404);
        api("/api/orders", ORDER);

        assertThat(api("/api/orders/A-2001/shipments", "{}", "Idempotency-Key", "k-2")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void namesEveryFieldAtFaultAtOnce() {
        var answer = api("/api/orders", """
                {"orderNumber": " ", "placedAt": "yesterday", "currency": "EURO", "total": -1,
                 "customer": {"email": "a@b.example, c@d.example", "timeZone": "Mars/Base"},
                 "items": [{"title": "Lamp", "qty": 0, "unitPrice": "cheap"}, {"qty": true}, 7],
                 "shipTo": {"countryCode": "France"}, "statusUrl": "javascript:alert(1)", "test": "maybe"}
                """);

        assertProblem(answer, 422, "invalid-fields", "fields are at fault");
        var fields = new ArrayList<String>();
        StreamSupport.stream(read(answer).path("errors").spliterator(), false).forEach(error -> {
            fields.add(error.path("field").asText());
            assertThat(error.path("message").asText()).isNotBlank().doesNotContain("java", "null");
        });
        assertThat(fields)
                .contains(
                        "orderNumber",
                        "placedAt",
                        "currency",
                        "total",
                        "customer.email",
                        "customer.timeZone",
                        "items[0].qty",
                        "items[0].unitPrice",
                        "items[1].title",
                        "items[1].qty",
                        "items[1].unitPrice",
                        "items[2]",
                        "shipTo.countryCode",
                        "statusUrl",
                        "test")
                .doesNotHaveDuplicates();
        assertThat(rows("orders")).isZero();
    }

    @Test
    void saysInWordsWhatIsWrongWithTheCall() {
        assertProblem(api("/api/orders", "{\"orderNumber\":"), 400, "malformed-json", "not JSON", "line 1");
        assertProblem(api("/api/orders", ""), 400, "malformed-json", "empty");
        assertProblem(api("/api/orders", "null"), 400, "malformed-json", "null");
        assertProblem(api("/api/orders", "[1]"), 400, "malformed-json", "JSON object");
        assertProblem(
                api("/api/orders", "{\"x\":".repeat(60) + "1" + "}".repeat(60)), 400, "malformed-json", "50 levels");
        assertProblem(
                api("/api/orders", "{\"orderNumber\":\"" + "x".repeat(1024 * 1024) + "\"}"),
                413,
                "body-too-large",
                "1024 KiB");
        assertProblem(
                send(request("/api/orders", ORDER)
                        .setHeader("Content-Type", "text/plain")
                        .header("Authorization", "Bearer key-one")),
                415,
                "content-type-unsupported",
                "application/json");
    }

    @Test
    void asksForAKeyAndRefusesAnUnknownOne() {
        var missing = send(request("/api/orders", ORDER));
        assertProblem(missing, 401, "api-key-missing", "Authorization: Bearer");
        assertThat(missing.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertProblem(
                send(request("/api/orders", ORDER).header("Authorization", "Bearer key-three")),
                401,
                "api-key-refused",
                "afterglow.intake.api-keys");
        assertThat(send(request("/api/orders", ORDER).header("Authorization", "bearer key-one"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void takesTheOldAndTheNewKeyWhileOneIsReplaced() {
        for (var key : new String[] {"key-one", "key-two"}) {
            assertThat(send(request("/api/orders", ORDER).header("Authorization", "Bearer " + key))
                            .statusCode())
                    .isIn(200, 201);
        }
    }

    @Test
    void opensToAKeyWhatItsScopesSayAndNothingElse() {
        assertProblem(
                send(csv("/api/imports/catalog", new byte[0]).setHeader("Authorization", "Bearer key-two")),
                403,
                "api-scope-missing",
                "imports:write");
        assertProblem(
                send(request("/api/customers/channels", "{}").header("Authorization", "Bearer key-one")),
                403,
                "api-scope-missing",
                "customers:write");
        assertProblem(
                send(request("/api/exchanges", "")
                        .method("GET", BodyPublishers.noBody())
                        .header("Authorization", "Bearer key-one")),
                403,
                "api-scope-missing",
                "orders:read");
        assertProblem(
                send(request("/api/orders/A-2001", "")
                        .method("DELETE", BodyPublishers.noBody())
                        .header("Authorization", "Bearer key-one")),
                403,
                "api-scope-missing",
                "no key opens this");
        assertProblem(
                send(request("/api/anything", "{}").header("Authorization", "Bearer key-one")),
                403,
                "api-scope-missing",
                "no key opens this");
    }

    @Test
    void keepsNoKeyThatCouldBeReadAndRefusesHalfOnes() {
        assertThat(new ApiKey("shop", ApiKey.hashed("key-one"), Set.of(ApiScope.ORDERS_READ)).toString())
                .doesNotContain("key-one");
        assertThatThrownBy(() -> new ApiKey("shop", "key-one", Set.of(ApiScope.ORDERS_READ)))
                .hasMessageContaining("sha256sum")
                .hasMessageNotContaining("key-one");
        assertThatThrownBy(() -> new ApiKey("shop", ApiKey.hashed("key-one"), Set.of()))
                .hasMessageContaining("orders:write");
        assertThatThrownBy(() -> new ApiKey("", ApiKey.hashed("key-one"), Set.of(ApiScope.ORDERS_READ)))
                .hasMessageContaining("name");
    }

    @Test
    void tellsTheStoryOfAParcel() {
        api("/api/orders", ORDER);

        var sent = api(
                "/api/orders/A-2001/shipments",
                "{\"carrier\":\"DHL\",\"trackingNumber\":\"JD01\",\"expectedOn\":\"2026-05-18\"}");
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.headers().firstValue("Location")).contains("/api/orders/A-2001");
        assertThat(announcements.count(ShipmentDispatched.class)).isOne();

        api("/api/orders/A-2001/shipments", "{\"trackingNumber\":\"JD01\",\"state\":\"DELIVERED\"}");

        assertThat(parcels("A-2001")).hasSize(1);
        assertThat(announcements.count(OrderDelivered.class)).isOne();
        assertProblem(api("/api/orders/A-2001/shipments", "{\"state\":\"LOST\"}"), 422, "invalid-fields", "IN_TRANSIT");
        assertProblem(api("/api/orders/nope/shipments", "{}"), 404, "order-unknown", "nope");
    }

    @Test
    void cancelsAnOrderOnceWithOrWithoutABody() {
        api("/api/orders", ORDER);

        assertThat(api("/api/orders/A-2001/cancellation", "").statusCode()).isEqualTo(202);
        assertThat(api("/api/orders/A-2001/cancellation", "{\"reason\":\"changed mind\"}")
                        .statusCode())
                .isEqualTo(202);

        assertThat(announcements.count(OrderCancelled.class)).isOne();
        assertProblem(api("/api/orders/nope/cancellation", "{}"), 404, "order-unknown", "POST /api/orders");
    }

    @Test
    void acceptsAnOrderWithoutAPersonAndSaysSo() {
        var answer = api("/api/orders", changed("api/order.json", (ObjectNode order) -> {
            order.remove("customer");
            order.remove("shipTo");
            order.put("unknownField", 1).put("currency", "qqq");
        }));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(read(answer).path("remarks").toString()).contains("nobody can be mailed", "currency QQQ is unknown");
    }
}

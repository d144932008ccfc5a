package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.order.OrderCancelled;
import dev.afterglow.order.OrderDelivered;
import dev.afterglow.order.OrderPlaced;
import dev.afterglow.order.ShipmentDispatched;
import dev.afterglow.order.ShipmentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShopifyTests extends IntakeTest {

    private static final String ORDER = fixture("shopify/order-create.json");
    private static final String FULFILLED = fixture("shopify/order-fulfilled.json");
    private static final String FULFILLMENT = fixture("shopify/fulfillment-create.json");
    private static final String DELIVERED = fixture("shopify/fulfillment-event-delivered.json");
    private static final String REFUND = fixture("shopify/refund-full.json");

    @Test
    void recordsTheWholeOrderAndBeginsItsJourney() {
        var answer = shopify("orders/create", ORDER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("state").asText()).isEqualTo("APPLIED");
        var order = order("1071");
        assertThat(order.externalId()).isEqualTo(LAMP_ORDER);
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-05-14T09:23:44Z"));
        assertThat(order.total()).isEqualByComparingTo("154.70");
        assertThat(order.shipping()).isEqualByComparingTo("4.90");
        assertThat(order.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(order.locale()).isEqualTo(Locale.forLanguageTag("fr-FR"));
        assertThat(order.address().street()).isEqualTo("14 rue des Martyrs 3e étage");
        assertThat(order.statusUrl()).startsWith("https://lumen-lin.example/");
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().get(1).quantity()).isEqualTo(2);
        assertThat(order.lines().get(1).unitPrice()).isEqualByComparingTo(new BigDecimal("14.95"));
        var customer = customers.byId(order.customer()).orElseThrow();
        assertThat(customer.email().value()).isEqualTo("camille.moreau@example.com");
        assertThat(customer.firstName()).isEqualTo("Camille");
        assertThat(announcements.count(OrderPlaced.class)).isOne();
    }

    @Test
    void keepsTheConsentWithItsDateAndSource() {
        shopify("orders/create", ORDER);

        var consent = jdbc.sql("select granted, source, given_at from consents")
                .query()
                .singleRow();

        assertThat(consent).containsEntry("granted", true).containsEntry("source", "shopify:email_marketing_consent");
        assertThat(jdbc.sql("select given_at from consents")
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2025-11-02T09:00:00Z"));
    }

    @Test
    void countsAnyNumberOfCopiesInAnySequenceOnce() {
        var random = new Random(7);
        for (var round = 0; round < 12; round++) {
            forgetEverything();
            var calls = new ArrayList<Runnable>();
            for (var copy = 0; copy < 3; copy++) {
                var id = "-" + copy % 2;
                calls.add(() -> shopify("orders/create", ORDER, "create" + id));
                calls.add(() -> shopify("orders/paid", ORDER, "paid" + id));
                calls.add(() -> shopify("orders/fulfilled", FULFILLED, "fulfilled" + id));
                calls.add(() -> shopify("fulfillments/create", FULFILLMENT, "parcel" + id));
                calls.add(() -> shopify("fulfillments/update", FULFILLMENT, "parcel-again" + id));
                calls.add(() -> shopify("fulfillment_events/create", DELIVERED, "delivered" + id));
                calls.add(() -> aftership(fixture("aftership/tracking-in-transit.json")));
            }
            Collections.shuffle(calls, random);

            calls.forEach(Runnable::run);

            assertThat(rows("orders")).isOne();
            assertThat(announcements.count(OrderPlaced.class)).isOne();
            assertThat(parcels("1071")).singleElement().satisfies(parcel -> {
                assertThat(parcel.state()).isEqualTo(ShipmentState.DELIVERED);
                assertThat(parcel.deliveredAt()).isEqualTo(Instant.parse("2026-05-17T10:10:00Z"));
                assertThat(parcel.reference()).isEqualTo("123456001");
                assertThat(parcel.carrier()).isEqualTo("Colissimo");
            });
            // Twice when the carrier's parcel was known before the shop said that it is the one delivered.
            assertThat(announcements.count(OrderDelivered.class)).isBetween(1L, 2L);
            assertThat(rows("webhook_deliveries where state = 'PARKED'")).isZero();
        }
    }

    @Test
    void parksAParcelUntilItsOrderArrives() {
        var early = shopify("fulfillments/create", FULFILLMENT);

        assertThat(early.statusCode()).isEqualTo(202);
        assertThat(read(early).path("state").asText()).isEqualTo("PARKED");
        assertThat(rows("orders")).isZero();

        shopify("orders/create", ORDER);

        assertThat(parcels("1071"))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.trackingNumber()).isEqualTo("6A12345678901"));
        assertThat(announcements.count(ShipmentDispatched.class)).isOne();
        assertThat(jdbc.sql("select detail from webhook_deliveries where topic = 'fulfillments/create'")
                        .query(String.class)
                        .single())
                .contains("applied when order 1071 was known");
    }

    @Test
    void takesTwentyCopiesAtTheSameInstantOnce() throws InterruptedException {
        inParallel(
                20,
                number -> () -> assertThat(
                                shopify("orders/create", ORDER, "the-same").statusCode())
                        .isEqualTo(200));

        assertThat(rows("orders")).isOne();
        assertThat(rows("webhook_deliveries")).isOne();
        assertThat(rows("customers")).isOne();
    }

    @Test
    void joinsPartsAndOrdersThatArriveAtTheSameInstant() throws InterruptedException {
        for (var round = 0; round < 8; round++) {
            forgetEverything();

            inParallel(
                    4,
                    number -> () -> assertThat((switch (number) {
                                        case 0 -> shopify("orders/create", ORDER);
                                        case 1 -> shopify("fulfillments/create", FULFILLMENT);
                                        case 2 -> shopify("fulfillment_events/create", DELIVERED);
                                        default -> shopify("orders/updated", FULFILLED);
                                    })
                                    .statusCode())
                            .isIn(200, 202));

            assertThat(rows("webhook_deliveries where state = 'PARKED'")).isZero();
            assertThat(parcels("1071"))
                    .singleElement()
                    .satisfies(parcel -> assertThat(parcel.state()).isEqualTo(ShipmentState.DELIVERED));
        }
    }

    @Test
    void countsAnEventOnceHoweverManySubscriptionsTellIt() {
        for (var subscription : List.of("one", "two")) {
            var answer = send(request("/webhooks/shopify", ORDER)
                    .header("X-Shopify-Topic", "orders/create")
                    .header("X-Shopify-Webhook-Id", subscription)
                    .header("X-Shopify-Event-Id", "98880550-7158-44d4-b7cd-2c97c8a091b5")
                    .header("X-Shopify-Hmac-SHA256", hmac("old-secret", ORDER)));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(read(answer).path("duplicate").asBoolean()).isEqualTo(subscription.equals("two"));
        }

        assertThat(rows("webhook_deliveries")).isOne();
    }

    @Test
    void readsHeadersInAnyCaseAndWithoutTheirPrefix() {
        var answer = send(request("/webhooks/shopify", ORDER)
                .header("shopify-topic", "orders/create")
                .header("SHOPIFY-WEBHOOK-ID", "w-1")
                .header("shopify-hmac-sha256", hmac("new-secret", ORDER)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows("orders")).isOne();
    }

    @Test
    void repeatedFulfilmentNeverTakesTheCarriersWordBack() {
        shopify("orders/create", ORDER);
        shopify("fulfillment_events/create", DELIVERED);
        shopify(
                "fulfillments/update",
                changed(
                        "shopify/fulfillment-create.json",
                        parcel -> parcel.put("updated_at", "2026-05-20T09:00:00+02:00")));

        assertThat(parcels("1071")).singleElement().satisfies(parcel -> {
            assertThat(parcel.state()).isEqualTo(ShipmentState.DELIVERED);
            assertThat(parcel.expectedOn()).isEqualTo(LocalDate.parse("2026-05-17"));
        });
    }

    @Test
    void waitsForEveryParcelOfAFulfilment() {
        shopify("orders/create", ORDER);
        shopify("fulfillments/create", changed("shopify/fulfillment-create.json", parcel -> {
            parcel.putArray("tracking_numbers").add("6A12345678901").add("6A99999999999");
        }));
        shopify("fulfillment_events/create", DELIVERED);

        assertThat(parcels("1071")).hasSize(2);
        assertThat(announcements.count(OrderDelivered.class)).isZero();

        shopify("fulfillments/update", changed("shopify/fulfillment-create.json", parcel -> {
            parcel.putArray("tracking_numbers").add("6A12345678901").add("6A99999999999");
            parcel.put("shipment_status", "delivered").put("updated_at", "2026-05-17T12:15:00+02:00");
        }));

        assertThat(announcements.count(OrderDelivered.class)).isOne();
    }

    @Test
    void doesNotWaitForAFulfilmentTheShopTookBack() {
        shopify("orders/create", ORDER);
        shopify("fulfillments/create", FULFILLMENT);
        shopify("fulfillments/create", changed("shopify/fulfillment-create.json", parcel -> {
            parcel.put("id", 123456002).put("tracking_number", "OTHER");
            parcel.putArray("tracking_numbers").add("OTHER");
        }));
        shopify("fulfillment_events/create", DELIVERED);
        assertThat(announcements.count(OrderDelivered.class)).isZero();

        shopify("fulfillments/update", changed("shopify/fulfillment-create.json", parcel -> {
            parcel.put("id", 123456002).put("status", "cancelled").put("updated_at", "2026-05-18T09:00:00+02:00");
            parcel.putArray("tracking_numbers").add("OTHER");
        }));

        assertThat(announcements.count(OrderDelivered.class)).isOne();
    }

    @Test
    void cancelsOnceWhateverTellsIt() {
        shopify("orders/create", ORDER);
        var cancelled = changed(
                "shopify/order-create.json",
                order -> order.put("cancelled_at", "2026-05-14T15:00:00+02:00")
                        .put("cancel_reason", "customer")
                        .put("updated_at", "2026-05-14T15:00:00+02:00"));
        shopify("orders/cancelled", cancelled);
        shopify("orders/updated", cancelled);

        assertThat(order("1071").cancelReason()).isEqualTo("customer");
        assertThat(announcements.count(OrderCancelled.class)).isOne();
    }

    @Test
    void cancelsAnOrderWhoseCancellationCameFirst() {
        shopify("orders/delete", "{\"id\":" + LAMP_ORDER + "}");

        shopify("orders/create", ORDER);

        assertThat(order("1071").isCancelled()).isTrue();
        assertThat(announcements.count(OrderCancelled.class)).isOne();
    }

    @Test
    void fullRefundCancelsAndAPartialOneDoesNot() {
        shopify("orders/create", ORDER);
        var partial = changed("shopify/refund-full.json", refund -> ofOneBulb(refund.put("id", 1), "14.95"));
        shopify("refunds/create", partial);
        shopify("refunds/create", partial);
        assertThat(order("1071").isCancelled()).isFalse();
        assertThat(order("1071").lines().get(1).refunded()).isOne();

        shopify("refunds/create", REFUND);

        assertThat(order("1071").cancelReason()).isEqualTo("refunded");
    }

    @Test
    void countsARefundOnceWhenTheOrderTellsItToo() {
        var told = changed("shopify/order-create.json", order -> {
            order.put("updated_at", "2026-05-14T16:00:00+02:00");
            var refund =
                    order.putArray("refunds").addObject().put("id", 5).put("created_at", "2026-05-14T16:00:00+02:00");
            ofOneBulb(refund, "80.00");
        });
        shopify("orders/updated", told);
        shopify(
                "refunds/create",
                changed("shopify/refund-full.json", refund -> ofOneBulb(refund.put("id", 5), "80.00")));

        assertThat(order("1071").lines().get(1).refunded()).isOne();
        assertThat(order("1071").isCancelled()).isFalse();
        assertThat(rows("refunds")).isOne();
    }

    @Test
    void acceptsCounterSalesWithoutCustomerAddressOrMail() {
        var answer = shopify("orders/create", changed("shopify/order-create.json", order -> {
            order.putNull("customer");
            order.put("email", "").putNull("contact_email");
            order.putNull("shipping_address");
            order.putNull("billing_address");
            order.putNull("customer_locale");
        }));

        assertThat(read(answer).path("state").asText()).isEqualTo("APPLIED");
        assertThat(read(answer).path("detail").asText())
                .contains("no customer", "no shipping address", "no e-mail address, so nobody can be mailed");
        var order = order("1071");
        assertThat(order.zone()).isNull();
        assertThat(order.locale()).isNull();
        assertThat(customers.byId(order.customer()).orElseThrow().email()).isNull();
    }

    @Test
    void recordsTestAndCancelledOrdersWithoutAJourney() {
        shopify("orders/create", changed("shopify/order-create.json", order -> order.put("test", true)));
        shopify(
                "orders/create",
                changed(
                        "shopify/order-create.json",
                        order -> order.put("id", 2)
                                .put("name", "#1072")
                                .put("cancelled_at", "2026-05-14T12:00:00+02:00")));
        shopify(
                "orders/create",
                changed(
                        "shopify/order-create.json",
                        order -> order.put("id", 3).put("name", "#1073").put("financial_status", "voided")));

        assertThat(order("1071").test()).isTrue();
        assertThat(order("1072").isCancelled()).isTrue();
        assertThat(order("1073").cancelReason()).isEqualTo("voided");
        assertThat(announcements.count(OrderPlaced.class)).isZero();
    }

    @Test
    void acceptsOddLinesCurrenciesAndFields() {
        var answer = shopify("orders/create", changed("shopify/order-create.json", order -> {
            order.put("currency", "QQQ").put("brand_new_field", "x\u0000y").put("name", "#10\u000071");
            var lines = order.withArray("line_items");
            var line = (ObjectNode) lines.get(0).deepCopy();
            lines.add(line.deepCopy().put("id", 1).put("quantity", 0));
            lines.add(line.deepCopy().put("id", 2).put("quantity", -1));
            lines.add(line.deepCopy().put("id", 3).putNull("sku").put("title", "x".repeat(900)));
            lines.add(line.deepCopy().put("id", 4).put("price", "-5.00"));
        }));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("detail").asText())
                .contains("the currency QQQ is unknown", "without a quantity", "no SKU");
        var order = orders.latest(1).get(0).order();
        assertThat(order.currency()).isEqualTo("QQQ");
        assertThat(order.lines()).hasSize(4);
        assertThat(order.lines().get(2).title()).hasSize(500);
        assertThat(order.lines().get(3).unitPrice()).isEqualByComparingTo("-5");
    }

    @Test
    void takesTwoHundredAndFiftyLines() {
        var answer = shopify("orders/create", changed("shopify/order-create.json", order -> {
            var lines = order.putArray("line_items");
            for (var i = 0; i < 250; i++) {
                lines.addObject()
                        .put("id", i)
                        .put("title", "Thing " + i)
                        .put("sku", "S" + i)
                        .put("quantity", 1)
                        .put("price", "1.00")
                        .put("filler", "tax and discount of this line ".repeat(200));
            }
        }));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(order("1071").lines()).hasSize(250);
    }

    @Test
    void olderWordThatArrivesLateChangesNothing() {
        shopify(
                "orders/updated",
                changed(
                        "shopify/order-create.json",
                        order -> order.put("total_price", "99.00").put("updated_at", "2026-05-14T18:00:00+02:00")));

        shopify("orders/create", ORDER);

        assertThat(order("1071").total()).isEqualByComparingTo("99.00");
    }

    @Test
    void lastYearsOrderBeginsNoJourney() {
        shopify(
                "orders/updated",
                changed("shopify/order-create.json", order -> order.put("processed_at", "2025-05-14T18:00:00+02:00")));

        assertThat(rows("orders")).isOne();
        assertThat(announcements.count(OrderPlaced.class)).isZero();
    }

    @Test
    void keepsWhatItCannotReadAndReadsItAgainWhenRepeated() {
        var id = UUID.randomUUID().toString();
        for (var attempt = 0; attempt < 2; attempt++) {
            var answer = shopify("orders/create", "{\"id\": 1, \"created_at\": \"soon\"}", id);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(read(answer).path("state").asText()).isEqualTo("FAILED");
            assertThat(read(answer).path("duplicate").asBoolean()).isFalse();
            assertThat(read(answer).path("detail").asText()).contains("\"created_at\" is no date");
        }
        assertThat(rows("webhook_deliveries")).isOne();
        assertThat(shopify("orders/create", "not json").statusCode()).isEqualTo(202);
        assertThat(shopify("orders/create", "[".repeat(60) + "]".repeat(60)).statusCode())
                .isEqualTo(202);
        assertThat(shopify("orders/create", "{\"id\": 1, \"total_price\": \"1e999999999\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(rows("orders")).isZero();
    }

    @Test
    void ignoresTopicsThatDoNotConcernIt() {
        var answer = shopify("products/update", "{\"id\":1}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("state").asText()).isEqualTo("IGNORED");
    }

    private static void ofOneBulb(ObjectNode refund, String amount) {
        refund.putArray("refund_line_items")
                .addObject()
                .put("line_item_id", 866550311766439001L)
                .put("quantity", 1);
        refund.putArray("transactions")
                .addObject()
                .put("kind", "refund")
                .put("status", "success")
                .put("amount", amount);
    }

    private static void inParallel(int threads, java.util.function.IntFunction<Runnable> work)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        var start = new CountDownLatch(1);
        var failures = Collections.synchronizedList(new ArrayList<Throwable>());
        for (var i = 0; i < threads; i++) {
            var task = work.apply(i);
            pool.execute(() -> {
                try {
                    start.await();
                    task.run();
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            });
        }
        start.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }
}

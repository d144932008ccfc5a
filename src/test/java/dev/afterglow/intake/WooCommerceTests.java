package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.order.OrderCancelled;
import dev.afterglow.order.OrderPlaced;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ShipmentDispatched;
import dev.afterglow.order.ShipmentState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WooCommerceTests extends IntakeTest {

    private static final String FIXTURE = "woocommerce/order-created.json";
    private static final String ORDER = fixture(FIXTURE);

    @Test
    void recordsAGuestsOrderByItsGmtDates() {
        var answer = woocommerce("order.created", ORDER);

        assertThat(answer.statusCode()).isEqualTo(200);
        var order = order("727");
        assertThat(order.source()).isEqualTo(OrderSource.WOOCOMMERCE);
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-05-14T11:23:45Z"));
        assertThat(order.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(order.locale()).isEqualTo(Locale.US);
        assertThat(order.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.unitPrice()).isEqualByComparingTo("39.90"));
        assertThat(customers.byId(order.customer()).orElseThrow().email().value())
                .isEqualTo("john.doe@example.com");
        assertThat(announcements.count(OrderPlaced.class)).isOne();
        assertThat(rows("consents")).isZero();
    }

    @Test
    void welcomesTheUnsignedPingOfANewWebhook() {
        var ping = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/woocommerce"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("webhook_id=17"));

        assertThat(send(ping).statusCode()).isEqualTo(200);
        assertThat(rows("webhook_deliveries")).isZero();
        assertProblem(
                send(request("/webhooks/woocommerce", ORDER)), 401, "signature-refused", "X-WC-Webhook-Signature");
    }

    @Test
    void knowsBothSpellingsOfTheDeliveryId() {
        for (var header : List.of("X-WC-Delivery-ID", "X-WC-Webhook-Delivery-ID")) {
            send(request("/webhooks/woocommerce", ORDER)
                    .header("X-WC-Webhook-Topic", "order.created")
                    .header(header, "8b3c9a")
                    .header("X-WC-Webhook-Signature", hmac("woo-secret", ORDER)));
        }

        assertThat(rows("webhook_deliveries where delivery_id = '8b3c9a'")).isOne();
    }

    @Test
    void beginsWithPurchasesOnly() {
        for (var status : List.of("pending", "failed", "checkout-draft")) {
            var answer = woocommerce("order.created", changed(FIXTURE, order -> order.put("status", status)));
            assertThat(read(answer).path("state").asText()).isEqualTo("IGNORED");
            assertThat(read(answer).path("detail").asText()).contains("\"" + status + "\" is no purchase yet");
        }
        assertThat(rows("orders")).isZero();

        woocommerce("order.updated", changed(FIXTURE, order -> order.put("status", "on-hold")));

        assertThat(announcements.count(OrderPlaced.class)).isOne();
    }

    @Test
    void cancelsWhatIsCancelledRefundedTrashedOrDeleted() {
        var id = 800;
        for (var status : List.of("cancelled", "refunded", "trash", "deleted")) {
            var number = String.valueOf(++id);
            woocommerce(
                    "order.created",
                    changed(
                            FIXTURE,
                            order -> order.put("id", Integer.parseInt(number)).put("number", number)));
            if (status.equals("deleted")) {
                woocommerce("order.deleted", "{\"id\":" + number + "}");
            } else {
                woocommerce(
                        "order.updated",
                        changed(
                                FIXTURE,
                                order -> order.put("id", Integer.parseInt(number))
                                        .put("number", number)
                                        .put("status", status)
                                        .put("date_modified_gmt", "2026-05-14T15:00:00")));
            }
            assertThat(order(number).isCancelled()).as(status).isTrue();
        }
        assertThat(announcements.count(OrderCancelled.class)).isEqualTo(4);
    }

    @Test
    void completedMeansShippedAndThePluginSaysHow() {
        woocommerce("order.created", ORDER);
        woocommerce(
                "order.updated",
                changed(
                        FIXTURE,
                        order -> order.put("status", "completed")
                                .put("date_completed_gmt", "2026-05-15T07:00:00")
                                .put("date_modified_gmt", "2026-05-15T07:00:00")));
        assertThat(parcels("727")).singleElement().satisfies(parcel -> {
            assertThat(parcel.state()).isEqualTo(ShipmentState.IN_TRANSIT);
            assertThat(parcel.shippedAt()).isEqualTo(Instant.parse("2026-05-15T07:00:00Z"));
        });

        woocommerce("order.updated", changed(FIXTURE, order -> {
            order.put("status", "completed").put("date_modified_gmt", "2026-05-15T07:30:00");
            order.withArray("meta_data")
                    .addObject()
                    .put("key", "_wc_shipment_tracking_items")
                    .putArray("value")
                    .addObject()
                    .put("tracking_provider", "usps")
                    .put("tracking_number", "9400111")
                    .put("date_shipped", "1778824800");
        }));

        assertThat(parcels("727"))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.trackingNumber()).isEqualTo("9400111"));
        assertThat(announcements.count(ShipmentDispatched.class)).isOne();
    }

    @Test
    void downloadsHaveNoParcel() {
        woocommerce("order.created", changed(FIXTURE, order -> {
            order.put("status", "completed");
            order.putArray("shipping_lines");
        }));

        assertThat(parcels("727")).isEmpty();
    }

    @Test
    void readsSiteLocalDatesInTheShopsZoneWhenGmtIsMissing() {
        woocommerce("order.created", changed(FIXTURE, order -> {
            order.remove("date_created_gmt");
            order.put("date_created", "2026-05-14T13:23:45");
        }));

        assertThat(order("727").placedAt()).isEqualTo(Instant.parse("2026-05-14T11:23:45Z"));
    }
}

package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.order.OrderDelivered;
import dev.afterglow.order.ShipmentDelayed;
import dev.afterglow.order.ShipmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterShipTests extends IntakeTest {

    private static final String FIXTURE = "aftership/tracking-in-transit.json";

    @BeforeEach
    void orderIsKnown() {
        shopify("orders/create", fixture("shopify/order-create.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "Pending, , UNKNOWN",
        "InfoReceived, InfoReceived_001, INFO_RECEIVED",
        "InTransit, InTransit_003, IN_TRANSIT",
        "OutForDelivery, OutForDelivery_001, OUT_FOR_DELIVERY",
        "AttemptFail, AttemptFail_001, ATTEMPT_FAILED",
        "Delivered, Delivered_001, DELIVERED",
        "AvailableForPickup, AvailableForPickup_001, AVAILABLE_FOR_PICKUP",
        "Exception, Exception_001, EXCEPTION",
        "Exception, Exception_005, DELAYED",
        "Exception, Exception_011, RETURNED_TO_SENDER",
        "Expired, Expired_001, EXPIRED",
        "SomethingNew, , UNKNOWN"
    })
    void mapsEveryTag(String tag, String subtag, ShipmentState state) {
        assertThat(aftership(update(tag, subtag, "2026-05-15T06:00:00+00:00", "T-1"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(parcels("1071"))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.state()).isEqualTo(state));
    }

    @Test
    void keepsTheExpectedDayTheCarrierAndTheLink() {
        aftership(fixture(FIXTURE));

        assertThat(parcels("1071")).singleElement().satisfies(parcel -> {
            assertThat(parcel.expectedOn()).isEqualTo(LocalDate.parse("2026-05-18"));
            assertThat(parcel.carrier()).isEqualTo("Colissimo");
            assertThat(parcel.trackingUrl()).startsWith("https://www.laposte.fr/");
        });
    }

    @Test
    void neverGoesBackFromDeliveredAndIgnoresOlderWords() {
        aftership(update("OutForDelivery", "", "2026-05-15T06:00:00+00:00", "T-1"));
        aftership(update("InTransit", "", "2026-05-15T05:00:00+00:00", "T-1"));
        assertThat(parcels("1071").get(0).state()).isEqualTo(ShipmentState.OUT_FOR_DELIVERY);

        aftership(update("Delivered", "", "2026-05-15T07:00:00+00:00", "T-1"));
        aftership(update("InTransit", "", "2026-05-15T07:30:00+00:00", "T-1"));

        assertThat(parcels("1071").get(0).state()).isEqualTo(ShipmentState.DELIVERED);
        assertThat(announcements.count(OrderDelivered.class)).isOne();
    }

    @Test
    void anArrivalDatedBeforeTheShopsOwnWordStillCounts() {
        shopify("fulfillments/create", fixture("shopify/fulfillment-create.json"));

        aftership(update("Delivered", "", "2026-05-15T06:59:00+00:00", "6A12345678901"));

        assertThat(parcels("1071"))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.deliveredAt()).isEqualTo(Instant.parse("2026-05-15T06:59:00Z")));
    }

    @Test
    void waitsForTheLastOfSeveralParcels() {
        aftership(update("Delivered", "", "2026-05-15T06:00:00+00:00", "T-1"));
        forgetAnnouncementsOfFirstParcel();
        aftership(update("InTransit", "", "2026-05-15T06:30:00+00:00", "T-2"));
        aftership(update("Exception", "Exception_004", "2026-05-15T06:40:00+00:00", "T-2"));

        assertThat(announcements.count(ShipmentDelayed.class)).isOne();
        assertThat(announcements.count(OrderDelivered.class)).isOne();

        aftership(update("Delivered", "", "2026-05-15T07:00:00+00:00", "T-2"));

        assertThat(announcements.count(OrderDelivered.class)).isEqualTo(2);
    }

    private void forgetAnnouncementsOfFirstParcel() {
        assertThat(announcements.count(OrderDelivered.class)).isOne();
    }

    @Test
    void findsTheOrderByTrackingNumberAlone() {
        shopify("fulfillments/create", fixture("shopify/fulfillment-create.json"));

        var answer = aftership(changed(FIXTURE, event -> {
            var tracking = (ObjectNode) event.get("msg");
            tracking.putNull("order_id");
            tracking.putNull("order_number");
        }));

        assertThat(read(answer).path("state").asText()).isEqualTo("APPLIED");
    }

    @Test
    void waitsForTheShopToNameTheTrackingNumber() {
        var early = aftership(changed(FIXTURE, event -> {
            var tracking = (ObjectNode) event.get("msg");
            tracking.putNull("order_id");
            tracking.putNull("order_number");
        }));
        assertThat(read(early).path("state").asText()).isEqualTo("PARKED");

        shopify("fulfillments/create", fixture("shopify/fulfillment-create.json"));

        assertThat(rows("webhook_deliveries where state = 'PARKED'")).isZero();
        assertThat(parcels("1071"))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.expectedOn()).isEqualTo(LocalDate.parse("2026-05-18")));
    }

    @Test
    void carrierBeforeShopIsOneParcelUnderTheShopsName() {
        aftership(fixture(FIXTURE));
        shopify("fulfillment_events/create", fixture("shopify/fulfillment-event-delivered.json"));
        assertThat(parcels("1071")).hasSize(2);

        shopify("fulfillments/create", fixture("shopify/fulfillment-create.json"));

        assertThat(parcels("1071")).singleElement().satisfies(parcel -> {
            assertThat(parcel.reference()).isEqualTo("123456001");
            assertThat(parcel.state()).isEqualTo(ShipmentState.DELIVERED);
        });
        assertThat(announcements.count(OrderDelivered.class)).isOne();
    }

    @Test
    void readsTimesWithoutOffsetAndOddDatesLeniently() {
        var answer = aftership(changed(FIXTURE, event -> {
            var tracking = (ObjectNode) event.get("msg");
            ((ObjectNode) tracking.get("checkpoints").get(0)).put("checkpoint_time", "2026-05-15T18:20:00");
            ((ObjectNode) tracking.get("latest_estimated_delivery")).put("datetime", "next week sometime");
        }));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parcels("1071").get(0).expectedOn()).isNull();
    }

    private String update(String tag, String subtag, String at, String trackingNumber) {
        return changed(FIXTURE, event -> {
            event.put("event_id", UUID.randomUUID().toString());
            var tracking = (ObjectNode) event.get("msg");
            tracking.put("tag", tag).put("subtag", subtag).put("tracking_number", trackingNumber);
            ((ObjectNode) tracking.get("checkpoints").get(0)).put("checkpoint_time", at);
        });
    }
}

package dev.afterglow.portal.web;

import dev.afterglow.order.Shipment;
import dev.afterglow.order.ShipmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel is, as a customer asks it.
 *
 * @param expectedOn absent once it has arrived
 * @param trackingUrl absent when the carrier gave none
 */
record Parcel(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        @Nullable LocalDate expectedOn,
        ShipmentState state,
        List<Step> steps) {

    /**
     * One step on its way.
     *
     * @param day absent when it has not come yet, or nobody said when
     * @param now whether it is the last one so far
     */
    record Step(String name, @Nullable LocalDate day, boolean reached, boolean now) {}

    static Parcel of(Shipment shipment, Instant placedAt, ZoneId zone) {
        var delivered = shipment.deliveredAt() != null;
        var onItsWay =
                delivered || shipment.shippedAt() != null || shipment.state().isOnItsWay();
        return new Parcel(
                shipment.carrier(),
                shipment.trackingNumber(),
                WebAddresses.checked(shipment.trackingUrl()),
                delivered ? null : shipment.expectedOn(),
                shipment.state(),
                List.of(
                        new Step("ordered", day(placedAt, zone), true, !onItsWay),
                        new Step("shipped", day(shipment.shippedAt(), zone), onItsWay, onItsWay && !delivered),
                        new Step("delivered", day(shipment.deliveredAt(), zone), delivered, delivered)));
    }

    /** Before any carrier knows of it. */
    static Parcel awaited(Instant placedAt, ZoneId zone) {
        return new Parcel(
                null,
                null,
                null,
                null,
                ShipmentState.UNKNOWN,
                List.of(
                        new Step("ordered", day(placedAt, zone), true, true),
                        new Step("shipped", null, false, false),
                        new Step("delivered", null, false, false)));
    }

    /** Whether there is more to say than the steps do. */
    public boolean isRemarkable() {
        return switch (state) {
            case DELAYED,
                    EXCEPTION,
                    OUT_FOR_DELIVERY,
                    ATTEMPT_FAILED,
                    AVAILABLE_FOR_PICKUP,
                    EXPIRED,
                    RETURNED_TO_SENDER -> true;
            case UNKNOWN, INFO_RECEIVED, IN_TRANSIT, DELIVERED, CANCELLED -> false;
        };
    }

    private static @Nullable LocalDate day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : LocalDate.ofInstant(instant, zone);
    }
}

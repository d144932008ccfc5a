package dev.afterglow.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One parcel of an order and where it is. */
public record Shipment(
        ShipmentId id,
        String reference,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        ShipmentState state,
        Instant stateAt,
        @Nullable Instant shippedAt,
        @Nullable LocalDate expectedOn,
        @Nullable Instant deliveredAt) {

    Shipment in(ShipmentState state, Instant stateAt) {
        return new Shipment(
                id,
                reference,
                carrier,
                trackingNumber,
                trackingUrl,
                state,
                stateAt,
                shippedAt,
                expectedOn,
                deliveredAt);
    }
}

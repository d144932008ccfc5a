package dev.afterglow.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One word about a parcel, from the shop or its carrier.
 *
 * @param reference the shop's fulfilment id; absent when the carrier speaks, who knows the tracking number only
 * @param stateAt when the carrier saw it
 */
public record ReportedShipment(
        @Nullable String reference,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        ShipmentState state,
        Instant stateAt,
        @Nullable LocalDate expectedOn) {}

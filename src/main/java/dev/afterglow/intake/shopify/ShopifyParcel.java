package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Shopify's fulfilments, one parcel per tracking number, and what carriers tell Shopify about them. */
final class ShopifyParcel {

    private ShopifyParcel() {}

    static List<ReportedShipment> ofFulfillment(Payload fulfillment, Instant now) {
        var state = state(fulfillment);
        if (state.isEmpty()) {
            return List.of();
        }
        var trackingNumbers = trackingNumbers(fulfillment);
        var urls = fulfillment.texts("tracking_urls");
        var parcels = new ArrayList<ReportedShipment>();
        for (var i = 0; i < Math.max(1, trackingNumbers.size()); i++) {
            var trackingNumber = i < trackingNumbers.size() ? trackingNumbers.get(i) : null;
            parcels.add(new ReportedShipment(
                    i == 0 ? fulfillment.required("id") : fulfillment.required("id") + "-" + (i + 1),
                    fulfillment.text("tracking_company", 100),
                    trackingNumber,
                    Buyer.link(i < urls.size() ? urls.get(i) : i == 0 ? fulfillment.text("tracking_url") : null),
                    state.get(),
                    stateAt(fulfillment, state.get(), now),
                    null));
        }
        return parcels;
    }

    static ReportedShipment ofEvent(Payload event, Instant now) {
        var expectedAt = event.instant("estimated_delivery_at");
        var at = Optional.ofNullable(event.instant("happened_at"))
                .or(() -> Optional.ofNullable(event.instant("created_at")))
                .orElse(now);
        return new ReportedShipment(
                event.required("fulfillment_id"),
                null,
                null,
                null,
                carrierState(event.text("status")),
                at,
                expectedAt == null ? null : expectedOn(event));
    }

    /** The carrier's own date, as written: its offset is the destination's. */
    private static @Nullable LocalDate expectedOn(Payload event) {
        var text = event.text("estimated_delivery_at");
        return text == null ? null : LocalDate.parse(text.substring(0, 10));
    }

    /** A fulfilment means that the parcel left, unless the carrier says otherwise; a pending one means nothing yet. */
    private static Optional<ShipmentState> state(Payload fulfillment) {
        var status = Optional.ofNullable(fulfillment.text("status")).orElse("success");
        return switch (status) {
            case "cancelled", "error", "failure" -> Optional.of(ShipmentState.CANCELLED);
            case "pending", "open" -> Optional.empty();
            default ->
                Optional.of(
                        fulfillment.has("shipment_status")
                                ? carrierState(fulfillment.text("shipment_status"))
                                : ShipmentState.IN_TRANSIT);
        };
    }

    /** Dated by its creation, so that a later copy of the same news never overrules the carrier. */
    private static Instant stateAt(Payload fulfillment, ShipmentState state, Instant now) {
        var createdAt = Optional.ofNullable(fulfillment.instant("created_at")).orElse(now);
        return state == ShipmentState.IN_TRANSIT
                ? createdAt
                : Optional.ofNullable(fulfillment.instant("updated_at")).orElse(createdAt);
    }

    private static ShipmentState carrierState(@Nullable String status) {
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "label_printed", "label_purchased", "confirmed" -> ShipmentState.INFO_RECEIVED;
            case "in_transit", "carrier_picked_up" -> ShipmentState.IN_TRANSIT;
            case "out_for_delivery" -> ShipmentState.OUT_FOR_DELIVERY;
            case "attempted_delivery" -> ShipmentState.ATTEMPT_FAILED;
            case "ready_for_pickup" -> ShipmentState.AVAILABLE_FOR_PICKUP;
            case "delivered", "picked_up" -> ShipmentState.DELIVERED;
            case "delayed" -> ShipmentState.DELAYED;
            case "failure" -> ShipmentState.EXCEPTION;
            default -> ShipmentState.UNKNOWN;
        };
    }

    private static List<String> trackingNumbers(Payload fulfillment) {
        var several = fulfillment.texts("tracking_numbers");
        var one = fulfillment.text("tracking_number");
        var numbers = several.isEmpty() && one != null ? List.of(one) : several;
        return numbers.stream()
                .distinct()
                .flatMap(number -> Optional.ofNullable(Texts.fit(number, 100)).stream())
                .toList();
    }
}

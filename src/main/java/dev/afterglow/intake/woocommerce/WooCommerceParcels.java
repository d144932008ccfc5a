package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives parcels, for which WooCommerce has no topic: from the list the shipment tracking plugins keep, or from the
 * status alone. An order that explicitly has no shipping method, such as a download, has no parcel.
 */
record WooCommerceParcels(Payload order, String status, WooCommerceTime time, Instant changedAt) {

    private static final String TRACKING_LIST = "_wc_shipment_tracking_items";
    private static final Set<String> SHIPPED = Set.of("completed", "shipped", "delivered");

    List<ReportedShipment> read() {
        var state = "delivered".equals(status) ? ShipmentState.DELIVERED : ShipmentState.IN_TRANSIT;
        var tracked = trackedParcels(state);
        if (!tracked.isEmpty()) {
            return tracked;
        }
        var needsNoParcel =
                order.has("shipping_lines") && order.list("shipping_lines").isEmpty();
        return SHIPPED.contains(status) && !needsNoParcel
                ? List.of(parcel(1, null, null, null, state, sentAt()))
                : List.of();
    }

    private List<ReportedShipment> trackedParcels(ShipmentState state) {
        var items = order.list("meta_data").stream()
                .filter(meta -> TRACKING_LIST.equals(meta.text("key")))
                .flatMap(meta -> meta.list("value").stream())
                .toList();
        var parcels = new ArrayList<ReportedShipment>();
        for (var item : items) {
            parcels.add(parcel(
                    parcels.size() + 1,
                    Texts.first(item.text("custom_tracking_provider", 100), item.text("tracking_provider", 100)),
                    item.text("tracking_number", 100),
                    Buyer.link(Texts.first(item.text("custom_tracking_link"), item.text("tracking_link"))),
                    state,
                    state == ShipmentState.DELIVERED ? changedAt : sentAt(item)));
        }
        return parcels;
    }

    /** Named by its place in the list, so that the parcel first known by status alone is the first of the list. */
    private static ReportedShipment parcel(
            int place,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl,
            ShipmentState state,
            Instant at) {
        return new ReportedShipment(String.valueOf(place), carrier, trackingNumber, trackingUrl, state, at, null);
    }

    private Instant sentAt(Payload item) {
        var seconds = item.text("date_shipped");
        return seconds != null && seconds.matches("\\d{1,10}")
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : sentAt();
    }

    private Instant sentAt() {
        return time.at("date_completed").orElse(changedAt);
    }
}

package dev.afterglow.intake;

import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import dev.afterglow.order.ReportedRefund;
import dev.afterglow.order.ReportedShipment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery, call or file row says about one order, in our own words.
 *
 * @param key which order, absent when it is about none
 * @param order the whole order, absent when only a part of its story is told
 * @param begins whether the order may begin with this; otherwise it is only kept up to date
 * @param remarks oddities that were accepted, in words
 */
public record News(
        @Nullable OrderKey key,
        @Nullable ReportedOrder order,
        boolean begins,
        List<ReportedShipment> shipments,
        List<ReportedRefund> refunds,
        @Nullable Cancellation cancellation,
        List<String> remarks) {

    /** A whole order, with the parcels and refunds that came with it. */
    public static News of(
            ReportedOrder order, List<ReportedShipment> shipments, List<ReportedRefund> refunds, List<String> remarks) {
        var key = OrderKey.of(order.source(), order.externalId());
        return new News(key, order, true, shipments, refunds, null, remarks);
    }

    /** Parcels of an order that is told elsewhere. */
    public static News of(OrderKey key, List<ReportedShipment> shipments) {
        return new News(key, null, false, shipments, List.of(), null, List.of());
    }

    /** A refund of an order that is told elsewhere. */
    public static News of(OrderKey key, ReportedRefund refund) {
        return new News(key, null, false, List.of(), List.of(refund), null, List.of());
    }

    /** The end of an order that is told elsewhere. */
    public static News of(OrderSource source, String externalId, Cancellation cancellation) {
        return new News(OrderKey.of(source, externalId), null, false, List.of(), List.of(), cancellation, List.of());
    }

    /** Nothing that concerns us, and why. */
    public static News none(String why) {
        return new News(null, null, false, List.of(), List.of(), null, List.of(why));
    }

    /** The same, but an order we never heard of stays unknown. */
    public News ifKnown() {
        return new News(key, order, false, shipments, refunds, cancellation, remarks);
    }
}

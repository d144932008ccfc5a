package dev.afterglow.intake;

import dev.afterglow.order.OrderSource;
import org.jspecify.annotations.Nullable;

/**
 * How a sender names an order; any one part is enough to find it.
 *
 * @param source whose id it is, absent when the carrier only passes it on
 */
public record OrderKey(
        @Nullable OrderSource source,
        @Nullable String externalId,
        @Nullable String number,
        @Nullable String trackingNumber) {

    /** An order under its shop's own id. */
    public static OrderKey of(OrderSource source, String externalId) {
        return new OrderKey(source, externalId, null, null);
    }

    @Override
    public String toString() {
        if (number != null) {
            return "order " + number;
        }
        return externalId != null ? "order with id " + externalId : "parcel " + trackingNumber;
    }
}

package dev.afterglow.order;

import dev.afterglow.customer.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order as we know it now.
 *
 * @param locale of this order, absent when only the customer's is known
 * @param zone of its delivery address, absent when only the customer's is known
 * @param historical imported for figures: nobody is mailed
 */
public record Order(
        OrderId id,
        OrderSource source,
        String externalId,
        String number,
        CustomerId customer,
        Instant placedAt,
        String currency,
        BigDecimal total,
        @Nullable BigDecimal shipping,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        Address address,
        @Nullable String statusUrl,
        boolean test,
        boolean historical,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        List<OrderLine> lines) {

    /** Whether the shop took it back. */
    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** Whether its customer hears from us: tests and imports of the past are recorded only. */
    public boolean isAccompanied() {
        return !test && !historical && !isCancelled();
    }
}

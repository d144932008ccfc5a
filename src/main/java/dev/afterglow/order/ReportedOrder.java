package dev.afterglow.order;

import dev.afterglow.customer.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop describes it, whole: the same report may come any number of times, in any order.
 *
 * @param externalId the shop's own id
 * @param number as printed for the customer, without {@code #}
 * @param reportedAt the source's own time of this report; an older one that arrives late changes nothing
 * @param zone of the delivery address, absent when it does not tell
 * @param cancelledAt when the shop cancelled it or refunded it in full
 */
public record ReportedOrder(
        OrderSource source,
        String externalId,
        String number,
        Contact contact,
        Instant placedAt,
        Instant reportedAt,
        String currency,
        BigDecimal total,
        @Nullable BigDecimal shipping,
        List<OrderLine> lines,
        Address address,
        @Nullable ZoneId zone,
        @Nullable String statusUrl,
        boolean test,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason) {}

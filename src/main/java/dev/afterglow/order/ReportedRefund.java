package dev.afterglow.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Money the shop gave back.
 *
 * @param externalId the shop's own id: a refund told twice counts once
 * @param amount in the order's currency
 * @param quantities refunded units by the shop's line id
 */
public record ReportedRefund(String externalId, BigDecimal amount, Map<String, Integer> quantities, Instant at) {

    /** The money alone, for sources whose order lines tell the refunded units themselves. */
    public ReportedRefund withoutQuantities() {
        return new ReportedRefund(externalId, amount, Map.of(), at);
    }
}

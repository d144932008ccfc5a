package dev.afterglow.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing bought, in the order's currency.
 *
 * @param externalId the shop's own id of the line
 * @param sku absent for gift cards and free-text lines
 * @param refunded units refunded so far
 */
public record OrderLine(
        @Nullable String externalId,
        @Nullable String sku,
        String title,
        @Nullable String variant,
        int quantity,
        BigDecimal unitPrice,
        int refunded) {

    /** What the line costs. */
    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}

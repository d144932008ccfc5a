package dev.afterglow.returns;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something bought that may still come back.
 *
 * @param line its position in the order, from 0
 * @param units how many at most
 * @param unitValue what was paid for one, discounts shared out
 */
public record ReturnableLine(
        int line,
        @Nullable String externalId,
        @Nullable String sku,
        String title,
        @Nullable String variant,
        int units,
        BigDecimal unitValue) {}

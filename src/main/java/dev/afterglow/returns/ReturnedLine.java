package dev.afterglow.returns;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing that comes back; {@code unitValue} is what was paid for one. */
public record ReturnedLine(
        int line,
        @Nullable String externalId,
        @Nullable String sku,
        String title,
        @Nullable String variant,
        int quantity,
        BigDecimal unitValue) {

    static ReturnedLine of(ReturnableLine line, int quantity) {
        return new ReturnedLine(
                line.line(), line.externalId(), line.sku(), line.title(), line.variant(), quantity, line.unitValue());
    }

    /** The same, but so many fewer of it. */
    ReturnedLine less(int units) {
        return new ReturnedLine(line, externalId, sku, title, variant, quantity - units, unitValue);
    }

    /** What was paid for all of them. */
    public BigDecimal value() {
        return unitValue.multiply(BigDecimal.valueOf(quantity));
    }
}

package dev.afterglow.journey.returnhandling;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes amounts as people type them. */
final class Amounts {

    private Amounts() {}

    /** Takes a comma for a point, and leaves out the currency. */
    static BigDecimal read(@Nullable String text) {
        try {
            var digits = text == null ? "" : text.replaceAll("[^0-9.,-]", "").replace(',', '.');
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Write the amount in digits, such as 45.50; not \"" + text + "\".", e);
        }
    }

    static String write(BigDecimal amount, String currency) {
        var plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString() + " " + currency;
    }
}

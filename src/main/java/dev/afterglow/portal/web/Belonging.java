package dev.afterglow.portal.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing of an order, in the reader's language, with what we know about it.
 *
 * @param line its place in the order
 * @param picture what it looks like, absent when there is none that a page may show
 * @param guideUrl how to use it, absent when there is nothing to teach
 * @param warrantyUntil the last day of its guarantee, absent when the catalogue names none
 */
record Belonging(
        int line,
        @Nullable String sku,
        String title,
        @Nullable String variant,
        int quantity,
        BigDecimal total,
        @Nullable String picture,
        @Nullable String guideUrl,
        @Nullable String care,
        @Nullable Integer warrantyMonths,
        @Nullable LocalDate warrantyUntil) {

    /** Whether there is anything to read about it. */
    public boolean isExplained() {
        return guideUrl != null || care != null || warrantyUntil != null;
    }
}

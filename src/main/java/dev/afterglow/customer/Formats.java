package dev.afterglow.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the reader writes money and days. */
public record Formats(Locale locale) {

    /** With the digits of the currency, or more where the amount has more; without a symbol, its code follows. */
    public String money(BigDecimal amount, String code) {
        var currency = currency(code);
        var symbol = currency != null && !currency.getSymbol(locale).equals(currency.getCurrencyCode());
        var format = symbol ? NumberFormat.getCurrencyInstance(locale) : NumberFormat.getNumberInstance(locale);
        var digits = currency == null ? 2 : currency.getDefaultFractionDigits();
        if (symbol) {
            format.setCurrency(currency);
        }
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(
                Math.max(digits, amount.stripTrailingZeros().scale()));
        return symbol ? format.format(amount) : (format.format(amount) + "\u00a0" + code).strip();
    }

    /** A day of another year or on paper: 22 November 2026. */
    public String date(LocalDate day) {
        return polished(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .localizedBy(locale)
                        .format(day),
                day);
    }

    /** A day close by, without its year: Wednesday 25 November. */
    public String day(LocalDate day) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.FULL, null, IsoChronology.INSTANCE, locale);
        var withoutYear = pattern.replaceFirst("[,\\s]*(?:'de'\\s*)?y+$", "");
        return polished(DateTimeFormatter.ofPattern(withoutYear, locale).format(day), day);
    }

    /** French says "1er", which the formatter does not know. */
    private String polished(String text, LocalDate day) {
        return locale.getLanguage().equals("fr") && day.getDayOfMonth() == 1
                ? text.replaceFirst("\\b1\\b", "1er")
                : text;
    }

    private static @Nullable Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

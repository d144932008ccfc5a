package dev.afterglow.demo;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where customers of the demo live, how they are called and what they pay with.
 *
 * @param region state or province, where addresses carry one
 * @param rate one euro in the currency
 * @param weight how many of all customers live here, compared with the other regions
 */
record Region(
        String country,
        @Nullable String region,
        String language,
        ZoneId zone,
        String currency,
        BigDecimal rate,
        String carrier,
        int weight,
        List<String> firstNames,
        List<String> lastNames,
        List<Place> places) {

    /** An address. */
    record Place(String street, String postalCode, String city) {}

    Locale locale() {
        return Locale.forLanguageTag(language + "-" + country);
    }
}

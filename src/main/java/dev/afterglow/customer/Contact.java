package dev.afterglow.customer;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a shop told us about the person behind an order; every part may be missing.
 *
 * @param email where she reads, absent for counter sales and guests without an address
 * @param zone where her day begins and ends
 * @param consent what she said about marketing, absent when the shop did not say
 */
public record Contact(
        @Nullable EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        @Nullable MarketingConsent consent) {}

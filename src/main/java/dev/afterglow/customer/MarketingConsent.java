package dev.afterglow.customer;

import java.time.Instant;

/**
 * The customer's word on marketing mail, with where and when she gave it.
 *
 * @param granted whether she agreed
 * @param source where it was given, such as {@code shopify:email_marketing_consent}
 */
public record MarketingConsent(boolean granted, String source, Instant at) {}

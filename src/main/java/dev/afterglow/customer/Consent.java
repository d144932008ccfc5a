package dev.afterglow.customer;

import java.time.Instant;

/**
 * The customer's latest word on one purpose.
 *
 * @param source where it was given, such as {@code portal}
 */
public record Consent(Purpose purpose, boolean granted, String source, Instant at) {}

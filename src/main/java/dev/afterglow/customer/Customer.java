package dev.afterglow.customer;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person who bought; locale and zone fall back to the shop's. */
public record Customer(
        CustomerId id,
        @Nullable EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName,
        Locale locale,
        ZoneId zone) {}

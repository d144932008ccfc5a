package dev.afterglow.order;

import org.jspecify.annotations.Nullable;

/**
 * Where the parcel goes.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        @Nullable String recipient,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {

    /** Nothing is known: counter sales and drafts. */
    public static final Address NONE = new Address(null, null, null, null, null, null);
}

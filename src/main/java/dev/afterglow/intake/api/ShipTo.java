package dev.afterglow.intake.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.Address;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the parcel goes. */
record ShipTo(
        @Nullable String name,
        @JsonAlias("address1") @Nullable String street,
        @JsonAlias("zip") @Nullable String postalCode,
        @Nullable String city,
        @JsonAlias({"province", "state"}) @Nullable String region,

        @JsonAlias("country")
        @Pattern(regexp = "[A-Za-z]{2}", message = "must be the two letters of a country, such as FR")
        @Nullable
        String countryCode) {

    Address address() {
        return new Address(
                Texts.fit(name, 200),
                Texts.fit(street, 300),
                Texts.fit(postalCode, 30),
                Texts.fit(city, 100),
                Texts.fit(region, 100),
                countryCode == null ? null : countryCode.toUpperCase(java.util.Locale.ROOT));
    }
}

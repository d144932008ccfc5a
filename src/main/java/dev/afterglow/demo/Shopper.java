package dev.afterglow.demo;

import dev.afterglow.customer.Contact;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.MarketingConsent;
import dev.afterglow.order.Address;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A made-up customer. */
record Shopper(String firstName, String lastName, Region region, Region.Place place) {

    static Shopper anyone(Random random, Region region) {
        return new Shopper(
                any(random, region.firstNames()),
                any(random, region.lastNames()),
                region,
                any(random, region.places()));
    }

    static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Contact contact(boolean withEmail, Instant now) {
        return new Contact(
                withEmail ? email() : null,
                firstName,
                lastName,
                region.locale(),
                region.zone(),
                new MarketingConsent(true, "demo:checkout", now));
    }

    Address address() {
        return new Address(
                firstName + " " + lastName,
                place.street(),
                place.postalCode(),
                place.city(),
                region.region(),
                region.country());
    }

    private EmailAddress email() {
        var name = Normalizer.normalize(firstName + "." + lastName, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z.]", "")
                .toLowerCase(Locale.ROOT);
        return new EmailAddress(name + "@mail.example");
    }
}

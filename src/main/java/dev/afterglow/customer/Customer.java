package dev.afterglow.customer;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person who bought; locale and zone fall back to the shop's.
 *
 * @param localeChosen whether she chose the language herself: then it goes before an order's
 */
public record Customer(
        CustomerId id,
        @Nullable EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName,
        Locale locale,
        boolean localeChosen,
        ZoneId zone) {

    /** The language she reads about an order in: the one she chose, else the order's, else hers as it is known. */
    public Locale reads(@Nullable Locale ofOrder) {
        return localeChosen || ofOrder == null ? locale : ofOrder;
    }
}

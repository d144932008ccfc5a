package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.Moments;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads WooCommerce's dates, which carry no zone: the {@code _gmt} twin is UTC, the plain one the site's own. */
record WooCommerceTime(Payload order, ZoneId siteZone) {

    Optional<Instant> at(String field) {
        return read(field + "_gmt", ZoneOffset.UTC).or(() -> read(field, siteZone));
    }

    private Optional<Instant> read(String field, ZoneId zone) {
        var text = order.text(field);
        if (text == null || text.startsWith("0000-") || text.startsWith("-0001-")) {
            // How MySQL writes that there is no date.
            return Optional.empty();
        }
        try {
            return Optional.of(Moments.believable(LocalDateTime.parse(text.replaceFirst("Z$", ""))
                    .atZone(zone)
                    .toInstant()));
        } catch (DateTimeException e) {
            throw new Unreadable("The field \"" + field + "\" is no date and time such as 2026-05-14T10:23:45");
        }
    }
}

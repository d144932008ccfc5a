package dev.afterglow.order;

import dev.afterglow.customer.Customer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** An order and the person behind it: what we know whenever we turn to her. */
public record Dossier(Order order, Customer customer) {

    /** The language to write in: the one she chose, else the order's, else the one we know her by. */
    public Locale locale() {
        return customer.reads(order.locale());
    }

    /** Where her day begins and ends: the delivery address's zone, else hers, else the shop's. */
    public ZoneId zone() {
        return order.zone() == null ? customer.zone() : order.zone();
    }

    /** The day of the order, in her zone: every touchpoint counts from it. */
    public LocalDate placedOn() {
        return order.placedAt().atZone(zone()).toLocalDate();
    }
}

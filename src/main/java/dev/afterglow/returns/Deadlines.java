package dev.afterglow.returns;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Shop;
import dev.afterglow.order.Order;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.Shipments;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts the days a customer has, in her zone. */
@Component
class Deadlines {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Shipments shipments;
    private final Customers customers;
    private final ReturnSettings settings;
    private final Shop shop;
    private final Clock clock;

    Deadlines(Shipments shipments, Customers customers, ReturnSettings settings, Shop shop, Clock clock) {
        this.shipments = shipments;
        this.customers = customers;
        this.settings = settings;
        this.shop = shop;
        this.clock = clock;
    }

    /** Today, where the order's customer lives. */
    LocalDate today(Order order) {
        return LocalDate.ofInstant(clock.instant(), zone(order));
    }

    /** The last day to send a parcel when the return is approved today. */
    LocalDate sendBy(Order order) {
        return today(order).plus(settings.sendWithin());
    }

    /** Days since the last parcel arrived, 0 while one is still on its way. */
    int daysSinceDelivery(Order order) {
        return deliveredOn(order)
                .map(day -> (int) ChronoUnit.DAYS.between(day, today(order)))
                .orElse(0);
    }

    /**
     * Whether the withdrawal period runs, from the order on. It ends with the last hour of its last day, which is a
     * working day, for Regulation (EEC) 1182/71 moves it behind a weekend.
     */
    boolean isWithdrawalOpen(Order order) {
        return withdrawBy(order).map(last -> !today(order).isAfter(last)).orElse(true);
    }

    /** The last day to withdraw, or nothing while not every parcel has arrived. */
    Optional<LocalDate> withdrawBy(Order order) {
        return deliveredOn(order).map(day -> {
            var last = day.plus(settings.withdrawWithin());
            while (WEEKEND.contains(last.getDayOfWeek())) {
                last = last.plusDays(1);
            }
            return last;
        });
    }

    /** Whether anything of the order ever left the house. */
    boolean isOnItsWay(Order order) {
        return shipments.of(order.id()).stream()
                .anyMatch(parcel -> parcel.state().isOnItsWay());
    }

    /** Whether what was granted may still be taken back. */
    boolean isCorrectable(Return settled) {
        var since = settled.settledAt();
        return since != null
                && clock.instant()
                        .isBefore(since.atZone(shop.zone())
                                .plus(settings.correctWithin())
                                .toInstant());
    }

    /** Where the customer's day begins and ends. */
    ZoneId zone(Order order) {
        var zone = order.zone();
        return zone != null
                ? zone
                : customers.byId(order.customer()).map(Customer::zone).orElse(shop.zone());
    }

    private Optional<LocalDate> deliveredOn(Order order) {
        var parcels = shipments.of(order.id());
        if (parcels.isEmpty() || parcels.stream().anyMatch(parcel -> parcel.deliveredAt() == null)) {
            return Optional.empty();
        }
        return parcels.stream()
                .map(Shipment::deliveredAt)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .map(at -> LocalDate.ofInstant(at, zone(order)));
    }
}

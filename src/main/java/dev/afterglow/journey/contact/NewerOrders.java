package dev.afterglow.journey.contact;

import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.touchpoint.DrawnTouchpoint;
import dev.afterglow.journey.touchpoint.DrawnTouchpoints;
import dev.afterglow.journey.touchpoint.JourneyCalendar;
import dev.afterglow.message.Touchpoint.Need;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.message.Touchpoints;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows whether a newer order of the same customer has something to say today: the newest news goes first. */
@Component
class NewerOrders {

    private final Orders orders;
    private final DrawnTouchpoints drawn;
    private final JourneyCalendar calendar;
    private final TouchpointRecords records;
    private final Touchpoints touchpoints;

    NewerOrders(
            Orders orders,
            DrawnTouchpoints drawn,
            JourneyCalendar calendar,
            TouchpointRecords records,
            Touchpoints touchpoints) {
        this.orders = orders;
        this.drawn = drawn;
        this.calendar = calendar;
        this.records = records;
        this.touchpoints = touchpoints;
    }

    boolean speakToday(Dossier dossier, Instant now) {
        return orders.newerOf(dossier.order().id()).stream().anyMatch(newer -> speaksToday(newer, now));
    }

    private boolean speaksToday(OrderId newer, Instant now) {
        var said = said(newer);
        return orders.dossier(newer).stream()
                .anyMatch(dossier -> drawn.ofLatestJourney().stream()
                        .filter(planned -> !said.contains(planned.touchpoint()))
                        .anyMatch(planned -> isForToday(planned, dossier, now, !said.isEmpty())));
    }

    /** Planned for today, or overdue after an outage and still worth sending. */
    private boolean isForToday(DrawnTouchpoint planned, Dossier dossier, Instant now, boolean underWay) {
        var touchpoint = touchpoints.byKey(planned.touchpoint());
        if (touchpoint.purpose() == Purpose.TRANSACTIONAL) {
            return false;
        }
        var due = calendar.day(dossier, planned.day()).atZone(dossier.zone());
        var today = now.atZone(dossier.zone());
        if (due.toLocalDate().equals(today.toLocalDate())) {
            return true;
        }
        // What waits for a delivery may wait long, and an order without a journey of its own says nothing at all.
        return underWay
                && !touchpoint.needs().contains(Need.DELIVERY)
                && due.isBefore(today)
                && !due.plus(touchpoint.validFor()).isBefore(today);
    }

    private Set<String> said(OrderId order) {
        return records.of(order.value()).stream()
                .filter(record -> record.outcome().status().isFinal())
                .map(TouchpointRecord::touchpoint)
                .collect(Collectors.toSet());
    }
}

package dev.afterglow.journey.contact;

import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.touchpoint.DrawnTouchpoints;
import dev.afterglow.journey.touchpoint.JourneyCalendar;
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
                        .filter(planned ->
                                touchpoints.byKey(planned.touchpoint()).purpose() != Purpose.TRANSACTIONAL)
                        .filter(planned -> !said.contains(planned.touchpoint()))
                        .map(planned -> calendar.day(dossier, planned.day())
                                .atZone(dossier.zone())
                                .toLocalDate())
                        .anyMatch(day -> day.equals(now.atZone(dossier.zone()).toLocalDate())));
    }

    private Set<String> said(OrderId order) {
        return records.of(order.value()).stream()
                .filter(record -> record.outcome().status().isFinal())
                .map(TouchpointRecord::touchpoint)
                .collect(Collectors.toSet());
    }
}

package dev.afterglow.order;

import dev.afterglow.customer.Customers;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what shops and carriers report, each word any number of times and in any order, and announces what is
 * news; whatever the announcement starts is part of the same transaction.
 */
@Service
public class OrderRegister {

    private final Orders orders;
    private final ReportedOrders reports;
    private final OrderLocks locks;
    private final Shipments shipments;
    private final Customers customers;
    private final OrderSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderRegister(
            Orders orders,
            ReportedOrders reports,
            OrderLocks locks,
            Shipments shipments,
            Customers customers,
            OrderSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.reports = reports;
        this.locks = locks;
        this.shipments = shipments;
        this.customers = customers;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records an order or what changed of it, and begins its journey when it is new.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another transaction records it at the same instant;
     *     trying the whole transaction again finds it
     */
    @Transactional
    public RecordedOrder report(ReportedOrder order) {
        return report(order, isPast(order));
    }

    /** Records an order for figures only: no journey begins, nobody is mailed. */
    @Transactional
    public RecordedOrder reportHistorical(ReportedOrder order) {
        return report(order, true);
    }

    /** Keeps one word about a parcel and announces a dispatch, a delay or the arrival of the last parcel once. */
    @Transactional
    public void report(OrderId order, ReportedShipment report) {
        locks.lock(order);
        var wasDelivered = isDelivered(order);
        var known = known(order, report).map(parcel -> named(order, parcel, report));
        var id = known.map(Shipment::id).orElseGet(() -> shipments.insert(order, referenceOf(report), report));
        var state = known.map(parcel -> next(parcel, report)).orElse(report.state());
        var stateAt = known.filter(parcel -> parcel.state() == state)
                .map(Shipment::stateAt)
                .orElse(report.stateAt());
        shipments.update(id, report, state, stateAt);
        announce(order, id, known.map(Shipment::state).orElse(ShipmentState.UNKNOWN), state);
        if (!wasDelivered && isDelivered(order)) {
            events.publishEvent(new OrderDelivered(order));
        }
    }

    /** Keeps a refund; a refund of the whole total is a cancellation. */
    @Transactional
    public void report(OrderId order, ReportedRefund refund) {
        locks.lock(order);
        if (reports.refund(order, refund)) {
            cancel(order, refund.at(), "refunded");
        }
    }

    /** Cancels the order and announces it, once. */
    @Transactional
    public void cancel(OrderId order, Instant at, @Nullable String reason) {
        if (reports.cancel(order, at, reason)) {
            events.publishEvent(new OrderCancelled(order));
        }
    }

    private RecordedOrder report(ReportedOrder report, boolean historical) {
        var customer = customers.remember(report.contact());
        var known = orders.idOf(report.source(), report.externalId());
        if (known.isPresent()) {
            locks.lock(known.get());
            reports.update(known.get(), report);
            if (report.cancelledAt() != null) {
                cancel(known.get(), report.cancelledAt(), report.cancelReason());
            }
            return new RecordedOrder(known.get(), false);
        }
        var id = reports.insert(report, customer, historical);
        if (!historical && !report.test() && report.cancelledAt() == null) {
            events.publishEvent(new OrderPlaced(id));
        }
        return new RecordedOrder(id, true);
    }

    /** A shop that is connected today also reports changes to last year's orders: those start no journey. */
    private boolean isPast(ReportedOrder order) {
        return order.placedAt().isBefore(clock.instant().minus(settings.journeyUpToAge()));
    }

    /** The shop names its fulfilment, the carrier only the tracking number: both mean the same parcel. */
    private Optional<Shipment> known(OrderId order, ReportedShipment report) {
        return shipments.of(order).stream()
                .filter(parcel -> parcel.reference().equals(report.reference())
                        || (parcel.trackingNumber() != null
                                && Objects.equals(parcel.trackingNumber(), report.trackingNumber())))
                .findFirst();
    }

    /**
     * The shop's name for a parcel wins over the carrier's, and two rows that turn out to be one parcel become one:
     * otherwise the order would wait for ever for the second to arrive.
     */
    private Shipment named(OrderId order, Shipment parcel, ReportedShipment report) {
        if (report.reference() == null || report.trackingNumber() == null) {
            return parcel;
        }
        var twin = shipments.of(order).stream()
                .filter(other -> !other.id().equals(parcel.id()))
                .filter(other -> other.reference().equals(report.reference())
                        || report.trackingNumber().equals(other.trackingNumber()))
                .findFirst();
        twin.ifPresent(other -> shipments.merge(parcel.id(), other));
        shipments.rename(parcel.id(), report.reference());
        return twin.filter(other -> parcel.state().mayBecome(other.state()))
                .map(other -> parcel.in(other.state(), other.stateAt()))
                .orElse(parcel);
    }

    private static String referenceOf(ReportedShipment report) {
        return Optional.ofNullable(report.reference())
                .or(() -> Optional.ofNullable(report.trackingNumber()))
                .orElse("1");
    }

    private static ShipmentState next(Shipment parcel, ReportedShipment report) {
        // Some carriers give local times without a zone: an arrival is news however it is dated.
        var isNews = !report.stateAt().isBefore(parcel.stateAt()) || report.state() == ShipmentState.DELIVERED;
        return isNews && parcel.state().mayBecome(report.state()) ? report.state() : parcel.state();
    }

    private void announce(OrderId order, ShipmentId id, ShipmentState before, ShipmentState now) {
        if (now.isOnItsWay() && !before.isOnItsWay() && now != ShipmentState.DELIVERED) {
            events.publishEvent(new ShipmentDispatched(order, id));
        }
        if (now.isLate() && !before.isLate()) {
            events.publishEvent(new ShipmentDelayed(order, id));
        }
    }

    /** Whether every parcel we know of has arrived; an order without a parcel has not. */
    @Transactional(readOnly = true)
    public boolean isDelivered(OrderId order) {
        var parcels = shipments.of(order).stream()
                .filter(parcel -> parcel.state() != ShipmentState.CANCELLED)
                .toList();
        return !parcels.isEmpty() && parcels.stream().allMatch(parcel -> parcel.deliveredAt() != null);
    }
}

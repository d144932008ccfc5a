package dev.afterglow.intake;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.Orders;
import dev.afterglow.order.RecordedOrder;
import dev.afterglow.order.Shipments;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnParcels;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Tells the order register what is new, part by part; to be called inside a transaction. */
@Component
public class Telling {

    /** What log lines call the order; the engine uses the same name. Whoever takes the call in removes it after. */
    public static final String ORDER = "order";

    private final OrderRegister register;
    private final Orders orders;
    private final Shipments shipments;
    private final ReturnParcels parcels;

    Telling(OrderRegister register, Orders orders, Shipments shipments, ReturnParcels parcels) {
        this.register = register;
        this.orders = orders;
        this.shipments = shipments;
        this.parcels = parcels;
    }

    /** Records all of it, or nothing when it is about an order we do not know. */
    public Optional<RecordedOrder> tell(News news) {
        return recorded(news, false);
    }

    /** Records all of it for figures only. */
    public Optional<RecordedOrder> tellHistorical(News news) {
        return recorded(news, true);
    }

    /** The order a sender means, or nothing when we do not know it. */
    public Optional<OrderId> find(@Nullable OrderKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return byTrackingNumber(key).or(() -> byExternalId(key)).or(() -> byNumber(key));
    }

    private Optional<RecordedOrder> recorded(News news, boolean historical) {
        var comingBack = comingBack(news);
        if (comingBack.isPresent()) {
            news.shipments().forEach(parcel -> parcels.report(comingBack.get().id(), parcel));
            return Optional.of(new RecordedOrder(comingBack.get().order(), false));
        }
        var order = news.order();
        var known = find(news.key());
        if (known.isEmpty() && (order == null || !news.begins())) {
            return Optional.empty();
        }
        var recorded = order == null
                ? new RecordedOrder(known.orElseThrow(), false)
                : historical ? register.reportHistorical(order) : register.report(order);
        MDC.put(ORDER, recorded.id().toString());
        addTo(recorded.id(), news);
        return Optional.of(recorded);
    }

    /** A parcel on its way back to us is none of the order's own, and its news are news of the return. */
    private Optional<Return> comingBack(News news) {
        var key = news.key();
        return key == null || news.order() != null || news.shipments().isEmpty()
                ? Optional.empty()
                : parcels.find(key.trackingNumber(), key.number());
    }

    private void addTo(OrderId order, News news) {
        news.shipments().forEach(shipment -> register.report(order, shipment));
        news.refunds().forEach(refund -> register.report(order, refund));
        var cancellation = news.cancellation();
        if (cancellation != null) {
            register.cancel(order, cancellation.at(), cancellation.reason());
        }
    }

    private Optional<OrderId> byTrackingNumber(OrderKey key) {
        return Optional.ofNullable(key.trackingNumber()).flatMap(shipments::orderOf);
    }

    private Optional<OrderId> byExternalId(OrderKey key) {
        var id = key.externalId();
        if (id == null) {
            return Optional.empty();
        }
        return Arrays.stream(OrderSource.values())
                .filter(source -> key.source() == null || key.source() == source)
                .flatMap(source -> orders.idOf(source, id).stream())
                .findFirst();
    }

    private Optional<OrderId> byNumber(OrderKey key) {
        return Optional.ofNullable(key.number()).flatMap(orders::byNumber).map(order -> order.id());
    }
}

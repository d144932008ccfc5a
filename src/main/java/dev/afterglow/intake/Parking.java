package dev.afterglow.intake;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.Shipments;
import dev.afterglow.returns.ReturnParcels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets what came too early rejoin its order; to be called inside a transaction. */
@Component
public class Parking {

    private final Deliveries deliveries;
    private final Orders orders;
    private final Shipments shipments;
    private final ReturnParcels parcels;
    private final Telling telling;
    private final Map<Sender, Translation> translations;

    Parking(
            Deliveries deliveries,
            Orders orders,
            Shipments shipments,
            ReturnParcels parcels,
            Telling telling,
            List<Translation> translations) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.shipments = shipments;
        this.parcels = parcels;
        this.telling = telling;
        this.translations = translations.stream().collect(Collectors.toMap(Translation::sender, Function.identity()));
    }

    /** Applies everything that waits for this order. */
    public void release(OrderId id) {
        var order = orders.byId(id).orElseThrow();
        var key = new OrderKey(order.source(), order.externalId(), order.number(), null);
        var trackingNumbers = Stream.concat(
                        shipments.of(id).stream().map(Shipment::trackingNumber).filter(Objects::nonNull),
                        parcels.trackingNumbers(id).stream())
                .toList();
        for (var parked : deliveries.parkedFor(key, trackingNumbers)) {
            if (deliveries.unpark(
                    parked.id(), "Came before its order; applied when order " + order.number() + " was known")) {
                telling.tell(translate(parked.delivery()));
            }
        }
    }

    News translate(Delivery delivery) {
        return Objects.requireNonNull(translations.get(delivery.sender())).translate(delivery);
    }
}

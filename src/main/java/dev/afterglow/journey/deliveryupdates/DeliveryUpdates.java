package dev.afterglow.journey.deliveryupdates;

import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShipmentDelayed;
import dev.afterglow.order.ShipmentDispatched;
import dev.afterglow.order.ShipmentId;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts delivery-updates.bpmn when a carrier has news a customer wants to hear at once. */
@Component
class DeliveryUpdates {

    private final RuntimeService engine;
    private final Orders orders;

    DeliveryUpdates(RuntimeService engine, Orders orders) {
        this.engine = engine;
        this.orders = orders;
    }

    @EventListener
    void on(ShipmentDispatched event) {
        announce("parcel.dispatched", event.order(), event.shipment());
    }

    @EventListener
    void on(ShipmentDelayed event) {
        announce("parcel.delayed", event.order(), event.shipment());
    }

    private void announce(String message, OrderId order, ShipmentId shipment) {
        if (orders.byId(order).filter(Order::isAccompanied).isPresent()) {
            engine.createMessageCorrelation(message)
                    .processInstanceBusinessKey(order.toString())
                    .setVariables(TouchpointVariables.SHIPMENT.with(shipment.toString()))
                    .correlateStartMessage();
        }
    }
}

package dev.afterglow.order;

/** A parcel left the house. */
public record ShipmentDispatched(OrderId order, ShipmentId shipment) {}

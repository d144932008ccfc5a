package dev.afterglow.order;

/** A parcel is late or in trouble. */
public record ShipmentDelayed(OrderId order, ShipmentId shipment) {}

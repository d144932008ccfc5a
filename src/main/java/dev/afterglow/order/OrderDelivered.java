package dev.afterglow.order;

/** Every parcel of an order has arrived; told again when a further parcel became known and has arrived as well. */
public record OrderDelivered(OrderId order) {}

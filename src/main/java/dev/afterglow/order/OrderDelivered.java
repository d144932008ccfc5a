package dev.afterglow.order;

/** Every parcel of an order has arrived. */
public record OrderDelivered(OrderId order) {}

package dev.afterglow.order;

/** An order was cancelled or refunded in full. */
public record OrderCancelled(OrderId order) {}

package dev.afterglow.order;

/** An order was recorded for the first time and its journey may begin. */
public record OrderPlaced(OrderId order) {}

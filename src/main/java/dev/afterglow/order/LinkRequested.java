package dev.afterglow.order;

/** Somebody with an expired link asks for a new one; it goes to the address of the order and nowhere else. */
public record LinkRequested(OrderId order) {}

package dev.afterglow.returns;

import dev.afterglow.order.OrderId;

/** A customer wants to give something back, or withdraws from the contract. */
public record ReturnRequested(OrderId order, ReturnId id) {}

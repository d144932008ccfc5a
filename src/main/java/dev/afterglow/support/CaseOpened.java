package dev.afterglow.support;

import dev.afterglow.order.OrderId;

/** A customer needs help. */
public record CaseOpened(OrderId order, CaseId id) {}

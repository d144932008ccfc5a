package dev.afterglow.support;

import dev.afterglow.order.OrderId;

/** The customer wrote again in a case that is open. */
public record CustomerAnswered(OrderId order, CaseId id) {}

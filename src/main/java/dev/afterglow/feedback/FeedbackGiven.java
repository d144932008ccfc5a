package dev.afterglow.feedback;

import dev.afterglow.order.OrderId;

/** A customer told us what she thinks. */
public record FeedbackGiven(OrderId order, FeedbackId id) {}

package dev.afterglow.order;

/**
 * The answer to a reported order.
 *
 * @param isNew whether this was the first word about it
 */
public record RecordedOrder(OrderId id, boolean isNew) {}

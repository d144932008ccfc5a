package dev.afterglow.intake;

/**
 * What we say to a delivery.
 *
 * @param duplicate whether it had been taken before and did nothing now
 */
public record Receipt(DeliveryState state, boolean duplicate, String detail) {}

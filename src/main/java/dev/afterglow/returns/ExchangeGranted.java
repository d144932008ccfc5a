package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The shop owes a customer a follow-up order.
 *
 * @param wish what she wants instead, in her words
 */
public record ExchangeGranted(
        OrderId order, ReturnId id, @Nullable String wish) {}

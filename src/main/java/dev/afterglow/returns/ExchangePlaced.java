package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The shop's own system placed the follow-up order it owed a customer.
 *
 * @param handling the run that waits for it
 */
public record ExchangePlaced(
        OrderId order, ReturnId id, @Nullable String handling) {}

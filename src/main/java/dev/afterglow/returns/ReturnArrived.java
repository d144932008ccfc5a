package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A carrier or the warehouse reports the parcel of a return.
 *
 * @param handling the run that waits for it
 */
public record ReturnArrived(
        OrderId order, ReturnId id, @Nullable String handling) {}

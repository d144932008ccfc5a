package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A return ends before it is settled, or what was granted is taken back.
 *
 * @param handling the run that works on it
 * @param merged whether a withdrawal of the same things takes its place
 */
public record ReturnCancelled(
        OrderId order, ReturnId id, @Nullable String handling, boolean merged) {}

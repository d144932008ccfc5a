package dev.afterglow.feedback;

import dev.afterglow.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A customer changed her mind or added to what she said.
 *
 * @param instance the engine's id of what followed up her first answer
 */
public record FeedbackChanged(
        OrderId order, FeedbackId id, @Nullable String instance) {}

package dev.afterglow.journey.content;

import dev.afterglow.order.OrderId;
import java.util.Optional;

/** Knows how a customer feels about an order; the module that hears answers says it. */
public interface SentimentSource {

    /** {@code POSITIVE}, {@code NEUTRAL} or {@code NEGATIVE}, by her latest answer; nothing when she gave none. */
    Optional<String> of(OrderId order);
}

package dev.afterglow.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the inbox, as those who run it see it.
 *
 * @param detail what became of it, in words
 * @param order the order it speaks of, as far as it names one
 * @param replays every time somebody let it count again, latest first; empty in lists
 */
public record StoredDelivery(
        long id,
        Delivery call,
        Instant receivedAt,
        DeliveryState state,
        @Nullable String detail,
        @Nullable String order,
        List<Replay> replays) {

    /** One time somebody let it count again, and what it came to. */
    public record Replay(String by, Instant at, DeliveryState state) {}

    /** Whether the body was emptied, by age or at a customer's request, so that nothing is left to replay. */
    public boolean isEmptied() {
        return call.body().equals("{}");
    }
}

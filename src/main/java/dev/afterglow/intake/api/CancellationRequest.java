package dev.afterglow.intake.api;

import dev.afterglow.intake.Cancellation;
import dev.afterglow.intake.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The end of an order.
 *
 * @param at now when absent
 */
record CancellationRequest(
        @Nullable OffsetDateTime at, @Nullable String reason) {

    Cancellation cancellation(Instant now) {
        return new Cancellation(at == null ? now : at.toInstant(), Texts.fit(reason, 100));
    }
}

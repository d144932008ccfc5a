package dev.afterglow.support;

import dev.afterglow.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param sku what it is about, absent when unknown or about the whole order
 * @param instance of the follow-up that works on it, absent before it has begun
 * @param resolvedAt when we last answered, absent while we owe an answer
 * @param satisfaction 1 to 5, absent while she has not said
 */
public record SupportCase(
        CaseId id,
        OrderId order,
        Topic topic,
        @Nullable String sku,
        CaseState state,
        @Nullable String instance,
        @Nullable CaseOutcome outcome,
        Instant openedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant escalatedAt,
        @Nullable Integer satisfaction) {

    /** As printed for the customer. */
    public String number() {
        return "C" + id;
    }

    /** How long she waited for the first words of a person. */
    public Optional<Duration> firstResponseTime() {
        return Optional.ofNullable(firstResponseAt).map(at -> Duration.between(openedAt, at));
    }

    /** How long it took until nothing was left to answer. */
    public Optional<Duration> resolutionTime() {
        return Optional.ofNullable(resolvedAt).map(at -> Duration.between(openedAt, at));
    }
}

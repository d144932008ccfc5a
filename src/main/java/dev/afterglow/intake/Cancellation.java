package dev.afterglow.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The shop took an order back. */
public record Cancellation(Instant at, @Nullable String reason) {}

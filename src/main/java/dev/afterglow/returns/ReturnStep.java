package dev.afterglow.returns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a return's story.
 *
 * @param actor {@code customer}, {@code policy}, {@code carrier}, {@code calendar}, or a person's login
 */
public record ReturnStep(
        ReturnState state, String actor, @Nullable String words, Instant at) {}

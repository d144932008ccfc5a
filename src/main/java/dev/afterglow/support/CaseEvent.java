package dev.afterglow.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param what happened, a word of the case's own list such as {@code OPENED} or {@code ESCALATED}
 * @param who of ours did it, absent when it was the customer or the clock
 * @param why in her words, absent when it speaks for itself
 */
public record CaseEvent(
        String what, @Nullable String who, @Nullable String why, Instant at) {}

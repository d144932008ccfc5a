package dev.afterglow.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's story: what became of a touchpoint.
 *
 * @param rule the rule of the contact policy that decided
 * @param at when it reached this state
 * @param messageId of the mail, absent when none was written
 * @param reply the mail server's last words
 */
public record TouchpointRecord(
        String touchpoint,
        long occurrence,
        Outcome outcome,
        @Nullable String rule,
        Instant at,
        int attempts,
        @Nullable String messageId,
        @Nullable String reply) {}

package dev.afterglow.intake;

import org.jspecify.annotations.Nullable;

/**
 * A webhook call whose signature was right.
 *
 * @param id the sender's own id of the call: the same id is the same call, repeated
 * @param eventId what happened; several calls on one topic may tell of it
 * @param signature which secret it was signed with, in words
 * @param headers what came along, one header a line, without anything secret
 */
public record Delivery(
        Sender sender,
        String id,
        String topic,
        @Nullable String eventId,
        String signature,
        String headers,
        String body) {}

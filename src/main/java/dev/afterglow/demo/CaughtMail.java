package dev.afterglow.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail the shop would have sent.
 *
 * @param touchpoint what it was for, from its header
 * @param order the number of the order it speaks of
 * @param sentAt in the time of the time-lapse
 * @param html absent for plain-text mails
 * @param source the mail as it came over the wire
 */
public record CaughtMail(
        long id,
        @Nullable String messageId,
        String to,
        String subject,
        @Nullable String touchpoint,
        @Nullable String order,
        Instant sentAt,
        @Nullable String html,
        String text,
        byte[] source) {

    /** The source, for reading. */
    public String sourceText() {
        return new String(source, StandardCharsets.UTF_8);
    }
}

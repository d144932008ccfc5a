package dev.afterglow.message;

import dev.afterglow.message.HandOverFailure.Meaning;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provider's answer means for the message and for all others. */
final class WebhookAnswer {

    private static final int GONE = 410;

    /** We are not let in, or were sent elsewhere, where we do not follow: our configuration, not the message. */
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 407);

    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private WebhookAnswer() {}

    /** @throws HandOverFailure when the message was not taken */
    static void check(int status, HttpHeaders headers, Instant now) throws HandOverFailure {
        if (status < 200 || status >= 300) {
            var retryAfter = headers.firstValue("Retry-After").orElse(null);
            throw new HandOverFailure(
                    meaning(status), "The provider answered HTTP " + status, retryAt(retryAfter, now), null);
        }
    }

    private static Meaning meaning(int status) {
        if (status < 400 || NOT_LET_IN.contains(status)) {
            return Meaning.CHANNEL_CLOSED;
        }
        if (status >= 500 || LATER.contains(status)) {
            return Meaning.NOT_NOW;
        }
        return status == GONE ? Meaning.ADDRESS_REFUSED : Meaning.MESSAGE_REFUSED;
    }

    /** Seconds or a date, within reason: neither at once nor never. */
    private static @Nullable Instant retryAt(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        try {
            var text = retryAfter.strip();
            var asked = text.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(text))
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            var soonest = now.plus(SHORTEST);
            var latest = now.plus(LONGEST);
            return asked.isBefore(soonest) ? soonest : asked.isAfter(latest) ? latest : asked;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

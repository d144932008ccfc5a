package dev.afterglow.message;

import dev.afterglow.customer.EmailAddress;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How fast this node writes, to everybody and to each mail domain. What comes too soon is given a moment of its own
 * further on, so that thousands that fall due together come back one after the other instead of all at once.
 */
@Component
class SendRate {

    /** No second holds more than a tenth above the rate. */
    private static final int BURST = 10;

    private static final int MOST_DOMAINS = 10_000;
    private static final Duration FURTHEST = Duration.ofMinutes(15);

    private final Map<String, Lane> domains = new HashMap<>();
    private final Clock clock;
    private final Lane all;
    private final int perDomain;

    SendRate(MessageSettings settings, Clock clock) {
        this.clock = clock;
        this.all = new Lane(settings.rate());
        this.perDomain = settings.ratePerDomain();
    }

    synchronized void admit(EmailAddress address) {
        var domain = domainOf(address);
        if (!domain.bucket.tryConsume(1)) {
            throw domain.later();
        }
        if (!all.bucket.tryConsume(1)) {
            domain.bucket.addTokens(1);
            throw all.later();
        }
    }

    private Lane domainOf(EmailAddress address) {
        if (domains.size() > MOST_DOMAINS) {
            domains.clear();
        }
        var text = address.value();
        return domains.computeIfAbsent(text.substring(text.indexOf('@') + 1), domain -> new Lane(perDomain));
    }

    /** A bucket filled at the rate, and the next free moment for those it turned away. */
    private final class Lane {

        private final Bucket bucket;
        private final Duration step;
        private Instant next = Instant.EPOCH;

        private Lane(int perSecond) {
            step = Duration.ofSeconds(1).dividedBy(perSecond);
            bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(Math.max(1, perSecond / BURST))
                            .refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .withCustomTimePrecision(new ClockMeter(clock))
                    .build();
        }

        private MessageBusyException later() {
            var soonest = clock.instant().plusSeconds(1);
            var free = next.plus(step);
            next = free.isBefore(soonest) || free.isAfter(soonest.plus(FURTHEST)) ? soonest : free;
            return new MessageBusyException("The rate of sending is reached; waiting until " + next, next);
        }
    }

    /** The bucket runs on the clock everything runs on. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

package dev.afterglow.message;

import dev.afterglow.customer.EmailAddress;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.UninterruptibleBlockingStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How fast all nodes together write, to everybody and to each mail domain; each node keeps to its share. What comes a
 * little too soon waits here; what comes sooner still is given a moment of its own further on, so that thousands that
 * fall due together come back one after the other instead of all at once.
 */
@Component
class SendRate {

    /**
     * No second holds more than a tenth above the rate of a domain, nor above that of all together but for the few that
     * wait for their domain's turn.
     */
    private static final int BURST = 10;

    /** The job executor looks twice a second, so what was spread comes back in handfuls that long. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private static final int MOST_DOMAINS = 10_000;
    private static final Duration FURTHEST = Duration.ofMinutes(15);
    private static final Duration UNTIL_GRANTED = Duration.ofSeconds(5);

    private final Map<String, Lane> domains = new HashMap<>();
    private final Clock clock;
    private final UninterruptibleBlockingStrategy patience;
    private final SendShare share;
    private final int perDomain;
    private final Lane all;
    private int granted;

    SendRate(MessageSettings settings, Clock clock, UninterruptibleBlockingStrategy patience, SendShare share) {
        this.clock = clock;
        this.patience = patience;
        this.share = share;
        this.granted = share.held();
        this.perDomain = settings.ratePerDomain();
        this.all = new Lane(settings.rate());
    }

    /** @throws MessageBusyException with a moment further on, when that many are before it */
    void admit(EmailAddress address) {
        var wait = reserve(address);
        if (wait > 0) {
            patience.parkUninterruptibly(wait);
        }
    }

    /** Nanoseconds until its turn. */
    private synchronized long reserve(EmailAddress address) {
        follow(share.thousandths());
        if (granted == 0) {
            var until = clock.instant().plus(UNTIL_GRANTED);
            throw new MessageBusyException("Other nodes use the whole rate of sending; waiting until " + until, until);
        }
        var domain = domainOf(address);
        var turnInDomain = domain.reserve();
        try {
            var turn = all.reserve();
            domain.skip(turn - turnInDomain);
            return Math.max(turnInDomain, turn);
        } catch (MessageBusyException e) {
            domain.bucket.addTokens(1);
            throw e;
        }
    }

    private void follow(int thousandths) {
        if (thousandths != granted) {
            granted = thousandths;
            if (granted > 0) {
                all.follow();
                domains.values().forEach(Lane::follow);
            }
        }
    }

    private Lane domainOf(EmailAddress address) {
        if (domains.size() > MOST_DOMAINS) {
            domains.clear();
        }
        var text = address.value();
        return domains.computeIfAbsent(text.substring(text.indexOf('@') + 1), domain -> new Lane(perDomain));
    }

    /** A bucket filled at this node's share of a rate, and the next free moment for those it turned away. */
    private final class Lane {

        private final int perSecond;
        private final Bucket bucket;
        private Instant next = Instant.EPOCH;

        private Lane(int perSecond) {
            this.perSecond = perSecond;
            bucket = Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(burst()).refillGreedy(refill(), Duration.ofSeconds(SendShare.WHOLE)))
                    .withCustomTimePrecision(new ClockMeter(clock))
                    .build();
        }

        private long reserve() {
            var wait = new AtomicLong();
            if (!bucket.asBlocking().tryConsumeUninterruptibly(1, LONGEST_WAIT, wait::set)) {
                throw later();
            }
            return wait.get();
        }

        /** Turns that passed before the one it leaves at are gone; else what comes next would make up for them in a bunch. */
        private void skip(long nanoseconds) {
            var passed = nanoseconds / step().toNanos();
            if (passed > 0) {
                bucket.consumeIgnoringRateLimits(passed);
            }
        }

        /** Starts empty: what was saved up under the old share may be another node's by now. Who waits keeps its turn. */
        private void follow() {
            var waiting = -bucket.getAvailableTokens();
            var limits = BucketConfiguration.builder()
                    .addLimit(limit -> limit.capacity(burst())
                            .refillGreedy(refill(), Duration.ofSeconds(SendShare.WHOLE))
                            .initialTokens(0))
                    .build();
            bucket.replaceConfiguration(limits, TokensInheritanceStrategy.RESET);
            if (waiting > 0) {
                bucket.consumeIgnoringRateLimits(waiting);
            }
        }

        /** In the time of {@link SendShare#WHOLE} seconds. */
        private long refill() {
            return (long) perSecond * Math.max(1, granted);
        }

        private long burst() {
            return Math.max(1, refill() / SendShare.WHOLE / BURST);
        }

        private Duration step() {
            return Duration.ofSeconds(SendShare.WHOLE).dividedBy(refill());
        }

        private MessageBusyException later() {
            var soonest = clock.instant().plusSeconds(1);
            var free = next.plus(step());
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

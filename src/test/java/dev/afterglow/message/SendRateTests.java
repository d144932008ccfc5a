package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SendRateTests {

    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final Hand clock = new Hand();

    @Test
    void letsTwoThousandThatFallDueTogetherLeaveAtTheRateAndNotFaster() {
        var sent = drain(2000, 20, number -> "anna@shop" + number % 50 + ".example");

        assertThat(mostInOneSecond(sent)).isLessThanOrEqualTo(22);
        assertThat(Duration.between(START, sent.get(1999))).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(112));
    }

    @Test
    void sparesOneDomainEvenWhenTheRestIsQuiet() {
        var sent = drain(300, 20, number -> "anna" + number + "@mail.example");

        assertThat(mostInOneSecond(sent)).isLessThanOrEqualTo(11);
        assertThat(Duration.between(START, sent.get(299))).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(36));
    }

    /** Everybody asks at once; whoever is told to wait comes back exactly then. */
    private List<Instant> drain(int messages, int rate, IntFunction<String> address) {
        var settings = new MessageSettings(
                "a@example.org", "b@example.org", "key", 8, Duration.ofSeconds(60), Duration.ofSeconds(120), rate, 10);
        var gate = new SendRate(settings, clock, new SendShare(null, "jdbc:h2:mem:alone"));
        var waiting = new PriorityQueue<Waiting>(Comparator.comparing(Waiting::at));
        for (var number = 0; number < messages; number++) {
            waiting.add(new Waiting(START, new EmailAddress(address.apply(number))));
        }
        var sent = new ArrayList<Instant>();
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            clock.now = next.at().isAfter(clock.now) ? next.at() : clock.now;
            try {
                gate.admit(next.address());
                sent.add(clock.now);
            } catch (MessageBusyException e) {
                assertThat(e.until()).isAfter(clock.now);
                waiting.add(new Waiting(e.until(), next.address()));
            }
        }
        return sent;
    }

    private static long mostInOneSecond(List<Instant> sent) {
        return sent.stream()
                .mapToLong(from -> sent.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                        .count())
                .max()
                .orElseThrow();
    }

    private record Waiting(Instant at, EmailAddress address) {}

    private static class Hand extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

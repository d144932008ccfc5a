package dev.afterglow.message;

import static dev.afterglow.message.HandClock.START;
import static dev.afterglow.message.HandClock.mostInOneSecond;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SendRateTests {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration WORK = Duration.ofMillis(5);
    private static final int THREADS = 8;

    private final HandClock clock = new HandClock();
    private final List<Instant> toOneDomain = new ArrayList<>();

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

    @Test
    void keepsBothRatesWhereHalfOfAllIsAtOneDomain() {
        var random = new Random(1);
        var sent = drain(
                2000,
                20,
                number -> "anna" + number
                        + (random.nextBoolean() ? "@mail.example" : "@shop" + number % 50 + ".example"));

        assertThat(mostInOneSecond(sent)).isLessThanOrEqualTo(20 + THREADS);
        assertThat(mostInOneSecond(toOneDomain)).isLessThanOrEqualTo(11);
        assertThat(Duration.between(START, sent.get(1999))).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(125));
    }

    /** Everybody asks at once; whoever is told to wait comes back with the next look of the executor. */
    private List<Instant> drain(int messages, int rate, IntFunction<String> address) {
        var settings = new MessageSettings(
                "a@example.org", "b@example.org", "key", 8, Duration.ofSeconds(60), Duration.ofSeconds(120), rate, 10);
        var wait = new AtomicLong();
        var gate = new SendRate(settings, clock, wait::set, new SendShare(null, "jdbc:h2:mem:alone"));
        var waiting = new PriorityQueue<Waiting>(Comparator.comparing(Waiting::at));
        for (var number = 0; number < messages; number++) {
            waiting.add(new Waiting(START, new EmailAddress(address.apply(number))));
        }
        var sent = new ArrayList<Instant>();
        var threads = new PriorityQueue<>(Collections.nCopies(THREADS, START));
        var look = START;
        while (!waiting.isEmpty()) {
            clock.moveTo(threads.remove());
            var next = waiting.peek();
            if (next.at().isAfter(clock.instant())) {
                look = look.isAfter(clock.instant()) ? look : clock.instant().plus(BETWEEN_LOOKS);
                threads.add(look);
                continue;
            }
            waiting.remove();
            wait.set(0);
            try {
                gate.admit(next.address());
                var leaves = clock.instant().plusNanos(wait.get());
                sent.add(leaves);
                if (next.address().value().endsWith("@mail.example")) {
                    toOneDomain.add(leaves);
                }
            } catch (MessageBusyException e) {
                assertThat(e.until()).isAfter(clock.instant());
                waiting.add(new Waiting(e.until(), next.address()));
            }
            threads.add(clock.instant().plusNanos(wait.get()).plus(WORK));
        }
        sent.sort(Comparator.naturalOrder());
        return sent;
    }

    private record Waiting(Instant at, EmailAddress address) {}
}

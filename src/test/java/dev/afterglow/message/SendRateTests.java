package dev.afterglow.message;

import static dev.afterglow.message.HandClock.START;
import static dev.afterglow.message.HandClock.mostInOneSecond;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SendRateTests {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int THREADS = 8;

    private final HandClock clock = new HandClock();

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

    /**
     * Everybody asks at once; whoever is told to wait comes back with the next look of an executor, which takes as many as
     * it has threads and looks again at once while there are more.
     */
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
        while (!waiting.isEmpty()) {
            var free = clock.instant();
            var taken = 0;
            while (taken < THREADS && !waiting.isEmpty() && !waiting.peek().at().isAfter(clock.instant())) {
                var next = waiting.remove();
                taken++;
                try {
                    wait.set(0);
                    gate.admit(next.address());
                    var leaves = clock.instant().plusNanos(wait.get());
                    sent.add(leaves);
                    free = leaves.isAfter(free) ? leaves : free;
                } catch (MessageBusyException e) {
                    assertThat(e.until()).isAfter(clock.instant());
                    waiting.add(new Waiting(e.until(), next.address()));
                }
            }
            clock.moveTo(taken == THREADS ? free : free.plus(BETWEEN_LOOKS));
        }
        sent.sort(Comparator.naturalOrder());
        return sent;
    }

    private record Waiting(Instant at, EmailAddress address) {}
}

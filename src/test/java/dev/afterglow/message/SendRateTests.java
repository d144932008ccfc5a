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
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SendRateTests {

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
            clock.moveTo(next.at());
            try {
                gate.admit(next.address());
                sent.add(clock.instant());
            } catch (MessageBusyException e) {
                assertThat(e.until()).isAfter(clock.instant());
                waiting.add(new Waiting(e.until(), next.address()));
            }
        }
        return sent;
    }

    private record Waiting(Instant at, EmailAddress address) {}
}

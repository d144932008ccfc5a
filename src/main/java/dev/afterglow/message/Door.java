package dev.afterglow.message;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to whoever takes our messages: while it is closed everything waits, one message a minute tries it, and one
 * alert is raised instead of one per message. Each node finds out for itself.
 */
class Door {

    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Door.class);

    private final Clock clock;
    private final String other;
    private final String advice;
    private @Nullable Instant closedUntil;

    /**
     * @param channel as dashboards know it
     * @param other who is behind it, such as "mail server"
     * @param advice what to look at when it stays closed
     */
    Door(Clock clock, MeterRegistry meters, String channel, String other, String advice) {
        this.clock = clock;
        this.other = other;
        this.advice = advice;
        Gauge.builder("afterglow.channel.paused", this, door -> door.isClosed() ? 1 : 0)
                .description("1 while no message leaves because the other side cannot be reached or refuses us")
                .tag("channel", channel)
                .register(meters);
    }

    /**
     * The first to come after the pause tries the door; the others wait for another turn.
     *
     * @throws MessageBusyException when it is closed, saying until when
     */
    synchronized void admit() {
        var until = closedUntil;
        if (until == null) {
            return;
        }
        if (clock.instant().isBefore(until)) {
            throw new MessageBusyException("The %s cannot be reached; waiting until %s".formatted(other, until), until);
        }
        closedUntil = clock.instant().plus(PAUSE);
    }

    synchronized void works() {
        if (closedUntil != null) {
            log.info("The {} answers again; messages leave.", other);
            closedUntil = null;
        }
    }

    synchronized Instant close(String why) {
        if (closedUntil == null) {
            log.error(
                    "No message leaves: {}. All of them wait, none is lost, and the {} is tried again every {} seconds."
                            + " {}",
                    why,
                    other,
                    PAUSE.toSeconds(),
                    advice);
        }
        var until = clock.instant().plus(PAUSE);
        closedUntil = until;
        return until;
    }

    synchronized boolean isClosed() {
        return closedUntil != null;
    }
}

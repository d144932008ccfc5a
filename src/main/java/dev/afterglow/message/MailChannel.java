package dev.afterglow.message;

import dev.afterglow.customer.EmailAddress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The way to the mail server: while it is closed everything waits, one message a minute tries the door, and one alert
 * is raised instead of one per message. Each node finds out for itself.
 */
@Component
class MailChannel {

    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(MailChannel.class);

    private final Clock clock;
    private final SendRate rate;
    private @Nullable Instant closedUntil;

    MailChannel(Clock clock, SendRate rate, MeterRegistry meters) {
        this.clock = clock;
        this.rate = rate;
        Gauge.builder("afterglow.channel.paused", this, channel -> channel.isPaused() ? 1 : 0)
                .description("1 while no message leaves because the mail server cannot be reached or refuses us")
                .tag("channel", "mail")
                .register(meters);
    }

    /**
     * Lets one message through.
     *
     * @throws MessageBusyException when it has to wait, saying until when
     */
    void admit(EmailAddress address) {
        waitForTheDoor();
        rate.admit(address);
    }

    /** The server took a message, or at least talked about it. */
    synchronized void works() {
        if (closedUntil != null) {
            log.info("The mail server answers again; messages leave.");
            closedUntil = null;
        }
    }

    /** Closes the channel; answers when it is tried again. */
    synchronized Instant close(String why) {
        if (closedUntil == null) {
            log.error(
                    "No message leaves: {}. All of them wait, none is lost, and the mail server is tried again every {}"
                            + " seconds. Check spring.mail.host, port, username, password and TLS.",
                    why,
                    PAUSE.toSeconds());
        }
        var until = clock.instant().plus(PAUSE);
        closedUntil = until;
        return until;
    }

    synchronized boolean isPaused() {
        return closedUntil != null;
    }

    /** The first to come after the pause tries the door; the others wait for another turn. */
    private synchronized void waitForTheDoor() {
        var until = closedUntil;
        if (until == null) {
            return;
        }
        if (clock.instant().isBefore(until)) {
            throw new MessageBusyException("The mail server cannot be reached; waiting until " + until, until);
        }
        closedUntil = clock.instant().plus(PAUSE);
    }
}

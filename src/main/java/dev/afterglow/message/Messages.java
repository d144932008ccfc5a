package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import dev.afterglow.message.Outcome.Status;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says something to a customer, once. */
@Component
public class Messages {

    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    /** When a decision was overtaken, the next one is made a moment later. */
    private static final Duration BREATH = Duration.ofMinutes(1);

    private final Touchpoints touchpoints;
    private final MessageLedger ledger;
    private final Endings endings;
    private final Carriers carriers;
    private final Clock clock;
    private final MessageMetrics metrics;
    private final Duration lease;

    Messages(
            Touchpoints touchpoints,
            MessageLedger ledger,
            Endings endings,
            Carriers carriers,
            Clock clock,
            MessageMetrics metrics,
            MessageSettings settings) {
        this.touchpoints = touchpoints;
        this.ledger = ledger;
        this.endings = endings;
        this.carriers = carriers;
        this.clock = clock;
        this.metrics = metrics;
        this.lease = settings.lease();
    }

    /** Whether messages leave by this channel here; one that nobody configured is not there. */
    public boolean leaveBy(Channel channel) {
        return carriers.carry(channel);
    }

    /**
     * Sends the message unless that was done before, and answers how it ended.
     *
     * <p>Refused where its route names a fallback, it is free to go that way: the outcome is a rejection, the ledger
     * still waits.
     *
     * @throws MessageBusyException when it has to wait: for another attempt, for the rate, for a server that is away
     * @throws MessageNotSentException when the other side did not take it; trying again is safe
     * @throws MessageGivenUpException when it is not tried again without a person
     */
    public Outcome send(Message message) {
        var touchpoint = touchpoints.byKey(message.key().touchpoint());
        var carrier = carriers.of(message.route().channel());
        carrier.admit(message);
        var asked = System.nanoTime();
        var claim = ledger.claim(message, touchpoint.atMostOnce());
        if (claim instanceof Claim.Settled settled) {
            return settled.outcome();
        }
        if (claim instanceof Claim.Busy busy) {
            throw new MessageBusyException(message.key(), busy.until());
        }
        if (claim instanceof Claim.TurnLost) {
            throw new MessageBusyException(message.key(), clock.instant().plus(BREATH));
        }
        if (claim instanceof Claim.GivenUp givenUp) {
            throw endings.givenUp(message.key(), givenUp);
        }
        var granted = (Claim.Granted) claim;
        var handOver = prepare(carrier, message, touchpoint, granted);
        if (lease.minusNanos(System.nanoTime() - asked).compareTo(carrier.deadline()) < 0) {
            throw endings.late(message, granted);
        }
        return handOver(carrier, message, touchpoint, granted, handOver);
    }

    private HandOver prepare(Carrier carrier, Message message, Touchpoint touchpoint, Claim.Granted claim) {
        try {
            return carrier.prepare(message, touchpoint, claim, lapse -> alert(claim, lapse));
        } catch (MessagingException | RuntimeException e) {
            throw endings.notSent(message, claim, e);
        }
    }

    private Outcome handOver(
            Carrier carrier, Message message, Touchpoint touchpoint, Claim.Granted claim, HandOver handOver) {
        try {
            metrics.timeHandOver(touchpoint.key(), handOver);
            carrier.door().works();
            return endings.settled(claim, Status.ACCEPTED, null);
        } catch (HandOverFailure e) {
            return endings.failed(carrier, message, touchpoint, claim, e);
        } catch (MessagingException | RuntimeException e) {
            throw endings.notSent(message, claim, e);
        }
    }

    private void alert(Claim.Granted claim, UnfinishedMessage lapse) {
        metrics.countUnfinished(claim.key().touchpoint());
        log.error(
                "{} of order {} goes out in general words: {}",
                claim.key().touchpoint(),
                claim.key().order(),
                lapse.getMessage());
    }
}

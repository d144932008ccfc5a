package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import dev.afterglow.message.HandOverFailure.Meaning;
import dev.afterglow.message.Outcome.Status;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
    private final Settlements settlements;
    private final Carriers carriers;
    private final Clock clock;
    private final MessageMetrics metrics;

    Messages(
            Touchpoints touchpoints,
            MessageLedger ledger,
            Settlements settlements,
            Carriers carriers,
            Clock clock,
            MessageMetrics metrics) {
        this.touchpoints = touchpoints;
        this.ledger = ledger;
        this.settlements = settlements;
        this.carriers = carriers;
        this.clock = clock;
        this.metrics = metrics;
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
            throw givenUp(message.key(), givenUp);
        }
        return handOver(carrier, message, touchpoint, (Claim.Granted) claim);
    }

    private Outcome handOver(Carrier carrier, Message message, Touchpoint touchpoint, Claim.Granted claim) {
        try {
            metrics.timeHandOver(
                    touchpoint.key(), () -> carrier.handOver(message, touchpoint, claim, lapse -> alert(claim, lapse)));
            carrier.door().works();
            return settled(claim, Status.ACCEPTED, null);
        } catch (HandOverFailure e) {
            return failed(carrier, message, touchpoint, claim, e);
        } catch (MessagingException | RuntimeException e) {
            throw notSent(message, claim, e);
        }
    }

    private Outcome failed(
            Carrier carrier, Message message, Touchpoint touchpoint, Claim.Granted claim, HandOverFailure failure) {
        if (failure.meaning() == Meaning.CHANNEL_CLOSED) {
            settlements.release(message, claim, failure.getMessage());
            var until = carrier.door().close(String.valueOf(failure.getMessage()));
            throw new MessageBusyException("The other side cannot be reached; waiting until " + until, until);
        }
        carrier.door().works();
        return switch (failure.meaning()) {
            case ADDRESS_REFUSED -> {
                carrier.leaveAlone(message);
                yield rejected(message, claim, failure);
            }
            case MESSAGE_REFUSED -> {
                log.warn(
                        "{} of order {} is refused for good by {}: {}",
                        touchpoint.key(),
                        claim.key().order(),
                        message.route().channel(),
                        failure.getMessage());
                yield rejected(message, claim, failure);
            }
            case PERHAPS_SENT -> {
                if (touchpoint.atMostOnce()) {
                    settled(claim, Status.UNCERTAIN, failure.getMessage());
                    throw givenUp(claim.key(), new Claim.GivenUp(Status.UNCERTAIN, claim.attempts()));
                }
                // She may have the message already: the turn stays taken, and the next attempt needs none.
                settlements.settle(claim, Status.SENDING, failure.getMessage());
                throw unsent(claim, failure);
            }
            case NOT_NOW, CHANNEL_CLOSED -> throw notNow(message, claim, failure);
        };
    }

    private Outcome rejected(Message message, Claim.Granted claim, HandOverFailure failure) {
        if (message.route().fallback() == null) {
            return settled(claim, Status.REJECTED, failure.getMessage());
        }
        settlements.passOn(message, claim, failure.getMessage());
        return new Outcome(Status.REJECTED, null, null);
    }

    /** Where the other side says when to come back, its word costs no attempt: it was never looked at. */
    private RuntimeException notNow(Message message, Claim.Granted claim, HandOverFailure failure) {
        var until = failure.retryAt();
        if (until == null) {
            return notSent(message, claim, failure);
        }
        settlements.release(message, claim, failure.getMessage());
        return new MessageBusyException("The other side asks to wait until " + until, until);
    }

    private MessageNotSentException notSent(Message message, Claim.Granted claim, Exception cause) {
        settlements.settleForRetry(message, claim, cause.getMessage());
        return unsent(claim, cause);
    }

    private static MessageNotSentException unsent(Claim.Granted claim, Exception cause) {
        return new MessageNotSentException(
                "%s of order %d did not leave, attempt %d: %s. Trying again is safe: nothing is sent twice."
                        .formatted(
                                claim.key().touchpoint(),
                                claim.key().order(),
                                claim.attempts(),
                                String.valueOf(cause.getMessage()).strip()),
                cause);
    }

    private MessageGivenUpException givenUp(MessageKey key, Claim.GivenUp givenUp) {
        metrics.count(key.touchpoint(), givenUp.status());
        var why = givenUp.status() == Status.UNCERTAIN
                ? "may have arrived or not: the connection broke before the answer, and it must not be sent twice"
                : "was given up after " + givenUp.attempts() + " attempts";
        return new MessageGivenUpException("%s of order %d %s. Retrying this step lets the journey go on without it."
                .formatted(key.touchpoint(), key.order(), why));
    }

    private void alert(Claim.Granted claim, UnfinishedMessage lapse) {
        metrics.countUnfinished(claim.key().touchpoint());
        log.error(
                "{} of order {} goes out in general words: {}",
                claim.key().touchpoint(),
                claim.key().order(),
                lapse.getMessage());
    }

    private Outcome settled(Claim.Granted claim, Status status, @Nullable String reply) {
        if (!settlements.settle(claim, status, reply)) {
            log.warn(
                    "The claim on {} of order {} ran out before the other side answered",
                    claim.key().touchpoint(),
                    claim.key().order());
        }
        metrics.count(claim.key().touchpoint(), status);
        return new Outcome(status, null, null);
    }
}

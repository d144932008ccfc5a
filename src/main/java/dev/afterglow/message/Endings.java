package dev.afterglow.message;

import dev.afterglow.message.HandOverFailure.Meaning;
import dev.afterglow.message.Outcome.Status;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How an attempt to send ends: written into the ledger, counted, and told to whoever asked for it. */
@Component
class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    /** When there was too little time, the next attempt is made a moment later. */
    private static final Duration BREATH = Duration.ofSeconds(10);

    private final Settlements settlements;
    private final MessageMetrics metrics;
    private final Clock clock;

    Endings(Settlements settlements, MessageMetrics metrics, Clock clock) {
        this.settlements = settlements;
        this.metrics = metrics;
        this.clock = clock;
    }

    Outcome settled(Claim.Granted claim, Status status, @Nullable String reply) {
        if (!settlements.settle(claim, status, reply)) {
            log.warn(
                    "The claim on {} of order {} ran out before the other side answered",
                    claim.key().touchpoint(),
                    claim.key().order());
        }
        metrics.count(claim.key().touchpoint(), status);
        return new Outcome(status, null, null);
    }

    /**
     * A node that has just started, or has too much to do, may write so long that the claim would run out while the other
     * side answers: somebody else would send it as well.
     */
    MessageBusyException late(Message message, Claim.Granted claim) {
        var until = clock.instant().plus(BREATH);
        var why = "Writing %s of order %d took so long that handing it over might outlast its claim"
                .formatted(claim.key().touchpoint(), claim.key().order());
        settlements.release(message, claim, why);
        return new MessageBusyException(why + "; waiting until " + until, until);
    }

    Outcome failed(
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

    MessageNotSentException notSent(Message message, Claim.Granted claim, Exception cause) {
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

    MessageGivenUpException givenUp(MessageKey key, Claim.GivenUp givenUp) {
        metrics.count(key.touchpoint(), givenUp.status());
        var why = givenUp.status() == Status.UNCERTAIN
                ? "may have arrived or not: the connection broke before the answer, and it must not be sent twice"
                : "was given up after " + givenUp.attempts() + " attempts";
        return new MessageGivenUpException("%s of order %d %s. Retrying this step lets the journey go on without it."
                .formatted(key.touchpoint(), key.order(), why));
    }
}

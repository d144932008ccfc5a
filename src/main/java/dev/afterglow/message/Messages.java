package dev.afterglow.message;

import dev.afterglow.customer.Suppressions;
import dev.afterglow.message.MailFailure.Meaning;
import dev.afterglow.message.Outcome.Status;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** Says something to a customer, once. */
@Component
public class Messages {

    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    /** When a decision was overtaken, the next one is made a moment later. */
    private static final Duration BREATH = Duration.ofMinutes(1);

    private final Touchpoints touchpoints;
    private final MessageLedger ledger;
    private final MessageRenderer renderer;
    private final MailComposer composer;
    private final PooledMailSender mails;
    private final MailChannel channel;
    private final Suppressions suppressions;
    private final Clock clock;
    private final MessageMetrics metrics;

    Messages(
            Touchpoints touchpoints,
            MessageLedger ledger,
            MessageRenderer renderer,
            MailComposer composer,
            PooledMailSender mails,
            MailChannel channel,
            Suppressions suppressions,
            Clock clock,
            MessageMetrics metrics) {
        this.touchpoints = touchpoints;
        this.ledger = ledger;
        this.renderer = renderer;
        this.composer = composer;
        this.mails = mails;
        this.channel = channel;
        this.suppressions = suppressions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Sends the message unless that was done before, and answers how it ended.
     *
     * @throws MessageBusyException when it has to wait: for another attempt, for the rate, for a mail server that is away
     * @throws MessageNotSentException when the mail server did not take it; trying again is safe
     * @throws MessageGivenUpException when it is not tried again without a person
     */
    public Outcome send(Message message) {
        var touchpoint = touchpoints.byKey(message.key().touchpoint());
        channel.admit(message.recipient().email());
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
        return handOver(message, touchpoint, (Claim.Granted) claim);
    }

    private Outcome handOver(Message message, Touchpoint touchpoint, Claim.Granted claim) {
        try {
            var text = renderer.render(
                    touchpoint, message.recipient().locale(), claim.facts(), lapse -> alert(claim, lapse));
            var mail = composer.compose(mails.getSession(), touchpoint, message.recipient(), text, claim);
            metrics.timeHandOver(touchpoint.key(), () -> mails.send(mail));
            channel.works();
            return settled(claim, Status.ACCEPTED, null);
        } catch (MailException e) {
            var failure = failure(e);
            if (failure == null) {
                throw notSent(message, claim, e);
            }
            return failed(message, touchpoint, claim, failure);
        } catch (MessagingException | RuntimeException e) {
            throw notSent(message, claim, e);
        }
    }

    private Outcome failed(Message message, Touchpoint touchpoint, Claim.Granted claim, MailFailure failure) {
        if (failure.meaning() == Meaning.CHANNEL_CLOSED) {
            ledger.release(message, claim, failure.getMessage());
            var until = channel.close(String.valueOf(failure.getMessage()));
            throw new MessageBusyException("The mail server cannot be reached; waiting until " + until, until);
        }
        channel.works();
        return switch (failure.meaning()) {
            case ADDRESS_REFUSED -> {
                suppressions.add(message.recipient().email(), Suppressions.Reason.REJECTED);
                yield settled(claim, Status.REJECTED, failure.getMessage());
            }
            case MESSAGE_REFUSED -> {
                log.warn(
                        "The mail server refuses {} of order {} for good: {}",
                        touchpoint.key(),
                        claim.key().order(),
                        failure.getMessage());
                yield settled(claim, Status.REJECTED, failure.getMessage());
            }
            case PERHAPS_SENT -> {
                if (touchpoint.atMostOnce()) {
                    settled(claim, Status.UNCERTAIN, failure.getMessage());
                    throw givenUp(claim.key(), new Claim.GivenUp(Status.UNCERTAIN, claim.attempts()));
                }
                // She may have the mail already: the turn stays taken, and the next attempt needs none.
                ledger.settle(claim, Status.SENDING, failure.getMessage());
                throw unsent(claim, failure);
            }
            case NOT_NOW, CHANNEL_CLOSED -> throw notSent(message, claim, failure);
        };
    }

    private MessageNotSentException notSent(Message message, Claim.Granted claim, Exception cause) {
        ledger.settleForRetry(message, claim, cause.getMessage());
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
                ? "may have arrived or not: the connection broke before the mail server's answer, and it must not be sent twice"
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
        if (!ledger.settle(claim, status, reply)) {
            log.warn(
                    "The claim on {} of order {} ran out before the mail server answered",
                    claim.key().touchpoint(),
                    claim.key().order());
        }
        metrics.count(claim.key().touchpoint(), status);
        return new Outcome(status, null, null);
    }

    /** What the mail server did, where it came that far. */
    private static @Nullable MailFailure failure(MailException e) {
        if (e instanceof MailSendException failed) {
            for (var nested : failed.getMessageExceptions()) {
                if (nested instanceof MailFailure failure) {
                    return failure;
                }
            }
        }
        return e.getCause() instanceof MailFailure failure ? failure : null;
    }
}

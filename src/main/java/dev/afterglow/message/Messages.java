package dev.afterglow.message;

import dev.afterglow.customer.Suppressions;
import dev.afterglow.message.Outcome.Status;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
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
    private final Suppressions suppressions;
    private final Clock clock;
    private final MessageMetrics metrics;

    Messages(
            Touchpoints touchpoints,
            MessageLedger ledger,
            MessageRenderer renderer,
            MailComposer composer,
            PooledMailSender mails,
            Suppressions suppressions,
            Clock clock,
            MessageMetrics metrics) {
        this.touchpoints = touchpoints;
        this.ledger = ledger;
        this.renderer = renderer;
        this.composer = composer;
        this.mails = mails;
        this.suppressions = suppressions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Sends the message unless that was done before, and answers how it ended.
     *
     * @throws MessageBusyException when another attempt is sending it
     * @throws MessageNotSentException when the mail server cannot take it now
     */
    public Outcome send(Message message) {
        var claim = ledger.claim(message);
        if (claim instanceof Claim.Settled settled) {
            return settled.outcome();
        }
        if (claim instanceof Claim.Busy busy) {
            throw new MessageBusyException(message.key(), busy.until());
        }
        if (claim instanceof Claim.TurnLost) {
            throw new MessageBusyException(message.key(), clock.instant().plus(BREATH));
        }
        return handOver(message, (Claim.Granted) claim);
    }

    private Outcome handOver(Message message, Claim.Granted claim) {
        try {
            var touchpoint = touchpoints.byKey(claim.key().touchpoint());
            var text = renderer.render(
                    touchpoint, message.recipient().locale(), claim.facts(), lapse -> alert(claim, lapse));
            var mail = composer.compose(mails.getSession(), touchpoint, message.recipient(), text, claim);
            metrics.timeHandOver(claim.key().touchpoint(), () -> mails.send(mail));
            return settled(claim, Status.ACCEPTED, null);
        } catch (MessagingException | MailException e) {
            var refusal = refusal(e);
            if (refusal != null) {
                suppressions.add(message.recipient().email(), Suppressions.Reason.REJECTED);
                return settled(claim, Status.REJECTED, refusal);
            }
            ledger.settle(claim, Status.RETRY, e.getMessage());
            throw new MessageNotSentException(
                    "The mail server did not take " + claim.key().touchpoint() + " of order "
                            + claim.key().order() + " (attempt " + claim.attempts()
                            + "). Trying again is safe: nothing is sent twice.",
                    e);
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

    /** The mail server's words when it refused the recipient for good, else nothing. */
    private static @Nullable String refusal(Exception e) {
        if (e instanceof MailSendException failed) {
            for (var nested : failed.getMessageExceptions()) {
                var refusal = refusal(nested);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= 550) {
            return address.getMessage();
        }
        if (e instanceof SendFailedException || e instanceof SMTPSenderFailedException) {
            var next = ((MessagingException) e).getNextException();
            return next == null ? null : refusal(next);
        }
        return null;
    }
}

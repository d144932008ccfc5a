package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.Suppressions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** Messages as mails, handed to the shop's mail server. */
@Component
class MailCarrier implements Carrier {

    private final MessageRenderer renderer;
    private final MailComposer composer;
    private final PooledMailSender mails;
    private final SendRate rate;
    private final Suppressions suppressions;
    private final MailDoor door;
    private final Duration deadline;

    MailCarrier(
            MessageRenderer renderer,
            MailComposer composer,
            PooledMailSender mails,
            SendRate rate,
            Suppressions suppressions,
            MailDoor door,
            MessageSettings settings) {
        this.renderer = renderer;
        this.composer = composer;
        this.mails = mails;
        this.rate = rate;
        this.suppressions = suppressions;
        this.door = door;
        this.deadline = settings.smtpDeadline();
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.MAIL;
    }

    @Override
    public void admit(Message message) {
        door.admit();
        rate.admit(message.recipient().email());
    }

    @Override
    public HandOver prepare(
            Message message, Touchpoint touchpoint, Claim.Granted claim, Consumer<UnfinishedMessage> lapses)
            throws MessagingException {
        var reader = message.recipient();
        var text = renderer.render(touchpoint, reader.locale(), claim.facts(), lapses);
        var mail = composer.compose(mails.getSession(), touchpoint, reader, text, claim);
        return () -> send(mail);
    }

    private void send(MimeMessage mail) throws HandOverFailure {
        try {
            mails.send(mail);
        } catch (MailException e) {
            var failure = failure(e);
            if (failure == null) {
                throw e;
            }
            // The sender's own exception repeats her address; the failure does without.
            throw new HandOverFailure(failure.meaning(), failure.getMessage(), null, failure);
        }
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    @Override
    public Door door() {
        return door;
    }

    @Override
    public void leaveAlone(Message message) {
        suppressions.add(message.recipient().email(), Suppressions.Reason.REJECTED);
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

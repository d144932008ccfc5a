package dev.afterglow.message;

import dev.afterglow.customer.Purpose;
import dev.afterglow.customer.Shop;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mail: the same claim always gives the same bytes. */
@Component
class MailComposer {

    private final MessageSettings settings;
    private final MessageIds ids;
    private final Shop shop;
    private final DkimSigners signers;

    MailComposer(MessageSettings settings, MessageIds ids, Shop shop, DkimSigners signers) {
        this.settings = settings;
        this.ids = ids;
        this.shop = shop;
        this.signers = signers;
    }

    MimeMessage compose(
            Session session, Touchpoint touchpoint, Recipient recipient, RenderedMessage text, Claim.Granted claim)
            throws MessagingException {
        var id = ids.of(claim.key());
        var sender = address(settings.sender(touchpoint), shop.name());
        var mail = new IdentifiedMail(session, id, signers.of(sender.getAddress()));
        mail.setFrom(sender);
        mail.setReplyTo(new InternetAddress[] {address(shop.supportEmail(), shop.name())});
        mail.setRecipient(
                jakarta.mail.Message.RecipientType.TO, address(recipient.email().value(), recipient.name()));
        mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(claim.firstAt()));
        // Fixed words and numbers only: a header set with outside text could smuggle in a recipient.
        // On the question of day 15 too: it keeps holiday notices from arriving as answers.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Feedback-ID", claim.key().touchpoint() + ":" + touchpoint.purpose() + ":afterglow");
        mail.setHeader("X-Entity-Ref-ID", id);
        mail.setHeader("X-Journey-Id", id);
        mail.setHeader("X-Afterglow-Touchpoint", claim.key().touchpoint());
        mail.setHeader("X-Afterglow-Order", Long.toString(claim.key().order()));
        leave(mail, touchpoint, claim);
        body(mail, text, id);
        mail.saveChanges();
        return mail;
    }

    /**
     * RFC 8058: a mailbox's own button takes the reader off the list; where it only knows how to write, people read it.
     * Receipts are no list.
     */
    private void leave(MimeMessage mail, Touchpoint touchpoint, Claim.Granted claim) throws MessagingException {
        var unsubscribe = claim.facts().links().get("unsubscribe");
        if (touchpoint.purpose() == Purpose.TRANSACTIONAL) {
            return;
        }
        mail.setHeader("List-Id", "<" + stream(touchpoint) + "." + ids.domain() + ">");
        if (unsubscribe != null) {
            mail.setHeader("List-Unsubscribe", "<" + unsubscribe.toASCIIString() + ">, <" + byMail(claim) + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private String byMail(Claim.Granted claim) {
        return "mailto:" + shop.supportEmail() + "?subject=stop%20"
                + claim.key().order();
    }

    private static String stream(Touchpoint touchpoint) {
        return touchpoint.purpose().name().toLowerCase(Locale.ROOT);
    }

    private static void body(MimeMessage mail, RenderedMessage text, String id) throws MessagingException {
        if (text.html() == null) {
            mail.setText(text.text(), StandardCharsets.UTF_8.name());
            return;
        }
        var alternatives = new FixedBoundary("alternative", "=_" + id.substring(1, id.indexOf('@')));
        var plain = new MimeBodyPart();
        plain.setText(text.text(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(text.html(), StandardCharsets.UTF_8.name(), "html");
        alternatives.addBodyPart(plain);
        alternatives.addBodyPart(html);
        mail.setContent(alternatives);
    }

    private static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        try {
            var parsed = new InternetAddress(address, true);
            if (name != null) {
                parsed.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return parsed;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

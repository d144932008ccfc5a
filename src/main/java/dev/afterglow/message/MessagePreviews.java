package dev.afterglow.message;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Shop;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages to be looked at: rendered and composed as they would be sent, and kept nowhere. */
@Component
public class MessagePreviews {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final long NO_ORDER = 0;

    private final MessageRenderer renderer;
    private final MailComposer composer;
    private final PooledMailSender mails;
    private final Shop shop;
    private final Clock clock;

    MessagePreviews(MessageRenderer renderer, MailComposer composer, PooledMailSender mails, Shop shop, Clock clock) {
        this.renderer = renderer;
        this.composer = composer;
        this.mails = mails;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * A message as its reader would get it.
     *
     * @param headers as "Name: value"
     * @param lapses what could not be said, in words
     * @param bytes of the whole mail
     * @param contrast of its HTML part
     */
    public record Preview(
            String subject,
            @Nullable String html,
            String text,
            List<String> headers,
            List<String> links,
            List<String> lapses,
            int bytes,
            @Nullable Contrast contrast) {}

    /** How the touchpoint reads with these facts. */
    public Preview of(Touchpoint touchpoint, Locale locale, MessageFacts facts) {
        var lapses = new ArrayList<String>();
        var message = renderer.render(touchpoint, locale, facts, lapse -> lapses.add(lapse.getMessage()));
        try {
            var mail = compose(touchpoint, locale, facts, message, shop.supportEmail());
            return new Preview(
                    message.subject(),
                    message.html(),
                    message.text(),
                    headers(mail),
                    links(message.text()),
                    lapses,
                    size(mail),
                    message.html() == null ? null : Contrast.of(message.html()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The preview of " + touchpoint.key() + " cannot be composed", e);
        }
    }

    /** Sends it to somebody of the shop; the ledger hears nothing of it. */
    public void send(Touchpoint touchpoint, Locale locale, MessageFacts facts, EmailAddress to) {
        var message = renderer.render(touchpoint, locale, facts, lapse -> {});
        try {
            mails.send(compose(touchpoint, locale, facts, message, to.value()));
        } catch (MessagingException e) {
            throw new IllegalStateException("The preview of " + touchpoint.key() + " cannot be composed", e);
        }
    }

    private MimeMessage compose(
            Touchpoint touchpoint, Locale locale, MessageFacts facts, RenderedMessage message, String to)
            throws MessagingException {
        var recipient = new Recipient(EmailAddress.of(to).orElseThrow(), null, locale, ZoneOffset.UTC);
        var claim = new Claim.Granted(
                new MessageKey(NO_ORDER, touchpoint.key(), 0), UUID.randomUUID(), 1, facts, clock.instant(), null);
        return composer.compose(mails.getSession(), touchpoint, recipient, message, claim);
    }

    private static List<String> headers(MimeMessage mail) throws MessagingException {
        Stream<Header> all = Collections.list(mail.getAllHeaders()).stream();
        return all.map(header -> header.getName() + ": " + header.getValue()).toList();
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(link -> link.group()).distinct().toList();
    }

    private static int size(MimeMessage mail) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.size();
    }
}

package dev.afterglow.message.bounces;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the mailbox of delivery reports; what it has read is marked as read. */
class BounceMailbox {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);
    private static final String PATIENCE = "30000";

    private final BounceSettings settings;
    private final Bounces bounces;

    BounceMailbox(BounceSettings settings, Bounces bounces) {
        this.settings = settings;
        this.bounces = bounces;
    }

    /** Takes everything unread and answers how many addresses are left alone for it. */
    int read() throws MessagingException {
        var suppressed = 0;
        try (var store = session().getStore(protocol())) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                for (var mail : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                    suppressed += take(mail) == Bounces.Verdict.SUPPRESSED ? 1 : 0;
                    mail.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
        return suppressed;
    }

    /** One mail that cannot be read must not keep the others from being read. */
    private Bounces.Verdict take(Message mail) {
        try {
            // A copy of our own: servers differ in how they cut a report into parts.
            return bounces.take(new MimeMessage((MimeMessage) mail));
        } catch (MessagingException | IOException e) {
            log.warn("A mail in the mailbox of delivery reports cannot be read and is passed over", e);
            return Bounces.Verdict.NO_REPORT;
        }
    }

    private Session session() {
        var properties = new Properties();
        properties.put("mail." + protocol() + ".connectiontimeout", PATIENCE);
        properties.put("mail." + protocol() + ".timeout", PATIENCE);
        return Session.getInstance(properties);
    }

    private String protocol() {
        return settings.tls() ? "imaps" : "imap";
    }
}

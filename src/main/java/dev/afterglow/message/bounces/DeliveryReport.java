package dev.afterglow.message.bounces;

import dev.afterglow.customer.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports about one of our mails, as RFC 3464 has it.
 *
 * @param messageId of our mail, angle brackets included
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
 * @param status an enhanced status code of RFC 3463, such as {@code 5.1.1}
 * @param recipients whom it speaks of: the one addressed, and the one it was passed on to
 */
record DeliveryReport(String messageId, String action, String status, List<EmailAddress> recipients) {

    private static final Set<String> STATUS_PARTS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED_PARTS = Set.of(
            "message/rfc822",
            "message/rfc822-headers",
            "text/rfc822-headers",
            "message/global",
            "message/global-headers");

    /** Full, too large, the server's own trouble, the content or a policy: none of it is the address's fault. */
    private static final Pattern NOT_THE_ADDRESS = Pattern.compile("5\\.(2\\.[23]|3\\.\\d+|6\\.\\d+|7\\.\\d+)");

    private static final String MAILBOX_FULL = "5.2.2";

    /** Anybody can write to the mailbox of reports; what no mail of ours can be called is looked up nowhere. */
    private static final Pattern ID = Pattern.compile("<[^<>\\p{Z}\\p{C}]{3,250}>");

    /** What RFC 3464 knows; some servers add a remark of their own. */
    private static final Pattern ACTION = Pattern.compile(
            "(failed|delayed|delivered|relayed|expanded)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3}).*", Pattern.DOTALL);

    /** Reads a report, or nothing when the mail is none or does not say which of our mails it is about. */
    static Optional<DeliveryReport> of(Part mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        InternetHeaders recipient = null;
        String messageId = null;
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (isOneOf(part, STATUS_PARTS)) {
                recipient = firstRecipient(part);
            } else if (isOneOf(part, RETURNED_PARTS)) {
                messageId = ours(part);
            }
        }
        return recipient == null || messageId == null ? Optional.empty() : of(recipient, messageId);
    }

    /** Whether nothing will ever reach the address. */
    boolean isForGood() {
        return action.equals("failed")
                && status.startsWith("5.")
                && !NOT_THE_ADDRESS.matcher(status).matches();
    }

    /** Whether it did not arrive and the next one may: a full mailbox, a server that was away for days. */
    boolean isSoft() {
        return action.equals("failed")
                && (status.startsWith("4.") && !status.startsWith("4.7.") || status.equals(MAILBOX_FULL));
    }

    private static Optional<DeliveryReport> of(InternetHeaders recipient, String messageId) {
        var action = said("Action", ACTION, recipient);
        var status = said("Status", STATUS, recipient);
        return !action.matches() || !status.matches()
                ? Optional.empty()
                : Optional.of(new DeliveryReport(
                        messageId,
                        action.group(1).toLowerCase(Locale.ROOT),
                        status.group(1),
                        Stream.of("Original-Recipient", "Final-Recipient")
                                .flatMap(name -> address(recipient.getHeader(name, null)).stream())
                                .distinct()
                                .toList()));
    }

    private static Matcher said(String header, Pattern fit, InternetHeaders recipient) {
        return fit.matcher(Objects.requireNonNullElse(recipient.getHeader(header, null), "")
                .strip());
    }

    /** "rfc822; anna@example.org" */
    private static Optional<EmailAddress> address(@Nullable String header) {
        return header == null ? Optional.empty() : EmailAddress.of(header.substring(header.indexOf(';') + 1));
    }

    /** The first block speaks of the message as a whole; our mails have one recipient, whose block follows. */
    private static @Nullable InternetHeaders firstRecipient(Part part) throws MessagingException, IOException {
        try (var stream = new BufferedInputStream(part.getInputStream())) {
            for (var blocks = 0; blocks < 5 && hasMore(stream); blocks++) {
                var block = new InternetHeaders(stream, true);
                if (block.getHeader("Action") != null) {
                    return block;
                }
            }
        }
        return null;
    }

    private static boolean hasMore(InputStream stream) throws IOException {
        stream.mark(1);
        var next = stream.read();
        stream.reset();
        return next >= 0;
    }

    /** Relays may give a mail an id of their own; ours travels in a header they leave alone. */
    private static @Nullable String ours(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            var headers = new InternetHeaders(stream);
            var own = headers.getHeader("X-Journey-Id", null);
            var id = own == null ? headers.getHeader("Message-ID", null) : own;
            return id != null && ID.matcher(id.strip()).matches() ? id.strip() : null;
        }
    }

    private static boolean isOneOf(Part part, Set<String> types) throws MessagingException {
        for (var type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }
}

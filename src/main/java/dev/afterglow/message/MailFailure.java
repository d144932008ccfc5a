package dev.afterglow.message;

import dev.afterglow.message.HandOverFailure.Meaning;
import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.regex.Pattern;

/** How a mail server let us down, and at which step: what that means depends on both. */
class MailFailure extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** We are not let in: RFC 4954. */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    /** The server did not understand us or is not ready: that says nothing about the address. */
    private static final Set<Integer> MISUNDERSTOOD = Set.of(500, 502, 503, 504);

    /** A mailbox that is full, or too many recipients (RFC 5321, 4.5.3.1.10): temporary in spite of its number. */
    private static final int STORAGE = 552;

    /** An enhanced status about policy, such as "5.7.1 relaying denied": often our own configuration. */
    private static final Pattern POLICY = Pattern.compile("^5\\d\\d[ -]5\\.7\\.");

    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@\"]+@[^\\s<>@\"]+>?");

    private final SmtpStage stage;
    private final int code;
    private final String reply;

    MailFailure(SmtpStage stage, int code, String reply, Exception cause) {
        // Whatever was thrown after the recipient was named repeats her address in every line of its causes.
        super(
                withoutAddresses(reply.isEmpty() ? String.valueOf(cause.getMessage()) : reply),
                stage == SmtpStage.CONNECTION ? cause : null);
        this.stage = stage;
        this.code = code;
        this.reply = reply;
    }

    /** Mail servers repeat the customer's address; logs, incidents and the ledger do without. */
    private static String withoutAddresses(String reply) {
        return ADDRESS.matcher(reply).replaceAll("(address)");
    }

    Meaning meaning() {
        if (stage == SmtpStage.CONNECTION || LOGIN.contains(code)) {
            return Meaning.CHANNEL_CLOSED;
        }
        return switch (stage) {
            case CONNECTION -> Meaning.CHANNEL_CLOSED;
            case SENDER -> sender();
            case RECIPIENT -> isRefusal() && isAboutTheAddress() ? Meaning.ADDRESS_REFUSED : Meaning.NOT_NOW;
            case CONTENT -> isRefusal() ? Meaning.MESSAGE_REFUSED : Meaning.NOT_NOW;
            case ANSWER -> answer();
        };
    }

    private Meaning sender() {
        if (code == STORAGE) {
            return Meaning.MESSAGE_REFUSED;
        }
        return isRefusal() ? Meaning.CHANNEL_CLOSED : Meaning.NOT_NOW;
    }

    private Meaning answer() {
        if (isRefusal()) {
            return Meaning.MESSAGE_REFUSED;
        }
        return code >= 400 && code < 500 ? Meaning.NOT_NOW : Meaning.PERHAPS_SENT;
    }

    private boolean isRefusal() {
        return code >= 500 && code < 600;
    }

    private boolean isAboutTheAddress() {
        return code != STORAGE
                && !MISUNDERSTOOD.contains(code)
                && !POLICY.matcher(reply).find();
    }
}

package dev.afterglow.customer;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One strict mailbox address, lower case; never a list, a group or a header. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /** No quotes, comments or domain literals: they are legal, nobody's, and read differently by each mail server. */
    private static final Pattern PLAIN =
            Pattern.compile("[^\\p{Z}\\p{C}\"(),:;<>@\\[\\]\\\\]+@[^\\p{Z}\\p{C}\"(),:;<>@\\[\\]\\\\]+");

    /** @throws IllegalArgumentException when the text is not exactly one plain address */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !isSinglePlainAddress(value)) {
            throw new IllegalArgumentException("Not a single e-mail address");
        }
    }

    /** The address, or nothing when the text is missing or is no address. */
    public static Optional<EmailAddress> of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSinglePlainAddress(String text) {
        try {
            return PLAIN.matcher(text).matches() && text.equals(new InternetAddress(text, true).getAddress());
        } catch (AddressException e) {
            return false;
        }
    }
}

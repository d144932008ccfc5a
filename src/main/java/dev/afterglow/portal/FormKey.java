package dev.afterglow.portal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tells one form handed out from every other; it makes a second click harmless. */
public record FormKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it is none of ours */
    public FormKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the key of a form");
        }
    }

    /** A key nobody had before. */
    public static FormKey fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FormKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}

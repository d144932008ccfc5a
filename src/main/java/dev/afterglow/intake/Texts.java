package dev.afterglow.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Outside text made fit to keep: no control characters or line breaks, no longer than its place. */
public final class Texts {

    private static final int LONGEST_AMOUNT = 15;

    /** Control characters, foreign line breaks, and halves of characters, which JSON can spell. */
    private static final Pattern LINE_BREAKS_AND_SUCH = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private Texts() {}

    /** The text, or null when nothing is left of it. */
    public static @Nullable String fit(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var clean = LINE_BREAKS_AND_SUCH.matcher(text).replaceAll(" ").strip();
        if (clean.length() > longest) {
            // Half a character is none.
            var end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
            clean = clean.substring(0, end).strip();
        }
        return clean.isEmpty() ? null : clean;
    }

    /** The amount a text says, or nothing when it says none that fits our books. */
    public static Optional<BigDecimal> amount(String text) {
        try {
            var amount = new BigDecimal(text.strip());
            // An exponent of a billion is a valid number and fills the memory when it is written out.
            return Math.abs(amount.precision() - (long) amount.scale()) > LONGEST_AMOUNT
                            || Math.abs((long) amount.scale()) > LONGEST_AMOUNT
                    ? Optional.empty()
                    : Optional.of(amount.setScale(Math.min(amount.scale(), 4), RoundingMode.HALF_UP));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first text that says something. */
    public static @Nullable String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}

package dev.afterglow.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outside text made fit to keep: no control characters, no longer than its place. */
public final class Texts {

    private static final int LONGEST_AMOUNT = 15;

    private Texts() {}

    /** The text, or null when nothing is left of it. */
    public static @Nullable String fit(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (clean.isEmpty()) {
            return null;
        }
        return clean.length() <= longest ? clean : clean.substring(0, longest).strip();
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

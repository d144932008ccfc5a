package dev.afterglow.feedback;

import org.jspecify.annotations.Nullable;

/** Words as people type them: nothing but spaces is nothing, and there is an end to everything. */
final class Sentence {

    static final int LONGEST = 4000;

    private Sentence() {}

    static @Nullable String of(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var words = text.strip();
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "%s may have up to %d characters; this has %d.".formatted(what, LONGEST, words.length()));
        }
        return words;
    }
}

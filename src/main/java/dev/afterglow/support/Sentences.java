package dev.afterglow.support;

import org.jspecify.annotations.Nullable;

/** Words of people, checked before they are kept. */
final class Sentences {

    static final int LONGEST = 5000;

    private Sentences() {}

    /** @throws IllegalArgumentException saying what to do, when there are no words or too many */
    static String of(@Nullable String words, String missing) {
        if (words == null || words.isBlank()) {
            throw new IllegalArgumentException(missing);
        }
        return notTooLong(words.strip());
    }

    static @Nullable String maybe(@Nullable String words) {
        return words == null || words.isBlank() ? null : notTooLong(words.strip());
    }

    private static String notTooLong(String words) {
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "This is " + words.length() + " characters long; shorten it to " + LONGEST);
        }
        return words;
    }
}

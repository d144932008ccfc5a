package dev.afterglow.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one customer has to say, in her language.
 *
 * @param position of her order among the seeded ones
 * @param score of NPS, or a review's stars
 */
record Voice(
        int position,
        int afterHours,
        Kind kind,
        int score,
        @Nullable Map<String, String> title,
        Map<String, String> words) {

    /** What she wants. */
    enum Kind {
        QUESTION,
        REPAIR,
        SCORE,
        REVIEW,
        WARRANTY_RETURN
    }

    String wordsIn(String language) {
        return words.getOrDefault(language, words.getOrDefault("en", ""));
    }

    String titleIn(String language) {
        return title == null ? "" : title.getOrDefault(language, title.getOrDefault("en", ""));
    }
}

package dev.afterglow.journey.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the reader of a message at the moment it is written; every decision about content asks it.
 *
 * @param segment the answer of customer-segment.dmn
 * @param ordersSoFar this one included
 * @param sentiment {@code UNKNOWN} when she has told us nothing
 * @param category of the product the message is about, in small letters; empty when unknown
 * @param country of delivery, empty when unknown
 * @param owned the SKUs of everything she ever bought, also of what she gave back
 */
record Portrait(
        String segment,
        int ordersSoFar,
        String sentiment,
        Season season,
        String category,
        String language,
        String country,
        Set<String> owned) {

    Map<String, Object> inputs() {
        return new HashMap<>(Map.of(
                "segment", segment,
                "ordersSoFar", ordersSoFar,
                "sentiment", sentiment,
                "season", season.name(),
                "category", category,
                "language", language,
                "country", country));
    }

    static String orEmpty(@Nullable String word) {
        return word == null ? "" : word;
    }
}

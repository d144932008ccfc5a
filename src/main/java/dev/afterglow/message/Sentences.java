package dev.afterglow.message;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the sentence for a key; what cannot be said is told, and something general stands where words are needed. */
record Sentences(Words words, Consumer<UnfinishedMessage> lapses) {

    private static final Set<String> NEVER_EMPTY = Set.of("subject", "headline", "preheader");

    String sentence(String key, Function<String, @Nullable Object> facts) {
        try {
            return words.text(key, facts);
        } catch (UnfinishedMessage e) {
            lapses.accept(e);
            return NEVER_EMPTY.contains(key) ? words.text("fallback", facts) : "";
        }
    }
}

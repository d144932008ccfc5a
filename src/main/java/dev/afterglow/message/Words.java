package dev.afterglow.message;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one touchpoint in one language. A sentence names the facts it speaks of, as in
 * {@code Hello {firstName},}; when one of them is absent, the sentence {@code key.else} stands in. A message in a variant takes {@code key.variant} where it is written and can be
 * completed.
 */
record Words(String touchpoint, String language, Map<String, String> texts) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** @throws UnfinishedMessage naming touchpoint, language and key when there is no sentence that can be completed */
    String text(String key, Function<String, @Nullable Object> facts) {
        if (facts.apply("variant") instanceof String variant) {
            for (var particular : List.of(key + "." + variant, key + "." + variant + ".else")) {
                var text = texts.get(particular);
                if (text != null && firstAbsent(text, facts) == null) {
                    return filledIn(text, facts);
                }
            }
        }
        return plain(key, facts);
    }

    private String plain(String key, Function<String, @Nullable Object> facts) {
        var text = texts.get(key);
        if (text == null) {
            throw new UnfinishedMessage(
                    "The message '%s' has no text '%s' in '%s'. Add it to messages/%s/texts_%s.properties."
                            .formatted(touchpoint, key, language, touchpoint, language));
        }
        var absent = firstAbsent(text, facts);
        if (absent == null) {
            return filledIn(text, facts);
        }
        if (texts.containsKey(key + ".else")) {
            return plain(key + ".else", facts);
        }
        throw new UnfinishedMessage(
                "The message '%s' cannot say '%s' in '%s': {%s} is not known here. Add a text '%s.else' that does without."
                        .formatted(touchpoint, key, language, absent, key));
    }

    private static String filledIn(String text, Function<String, @Nullable Object> facts) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> quoteReplacement(fact(match.group(1), facts)));
    }

    private static @Nullable String firstAbsent(String text, Function<String, @Nullable Object> facts) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> fact(name, facts).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String fact(String name, Function<String, @Nullable Object> facts) {
        var fact = facts.apply(name);
        return fact instanceof CharSequence || fact instanceof Number ? fact.toString() : "";
    }
}

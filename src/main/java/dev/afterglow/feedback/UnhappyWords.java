package dev.afterglow.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Hears in a customer's words that she is unhappy, by the word lists in {@code feedback/}. A word shortly after a "not"
 * or "no" does not count. It decides only whether a person calls, so a mistake costs a friendly call.
 */
@Component
class UnhappyWords {

    private static final String ENGLISH = "en";
    private static final String NOT = "not:";
    private static final int REACH_OF_A_NOT = 3;

    private final ResourceLoader resources;
    private final Map<String, Lists> known = new ConcurrentHashMap<>();

    UnhappyWords(ResourceLoader resources) {
        this.resources = resources;
    }

    boolean in(@Nullable String text, Locale language) {
        return text != null && lists(language.getLanguage()).areIn(words(text));
    }

    private Lists lists(String language) {
        return known.computeIfAbsent(language, key -> read(file(key).exists() ? file(key) : file(ENGLISH)));
    }

    private Resource file(String language) {
        return resources.getResource("classpath:feedback/unhappy-words_" + language + ".txt");
    }

    private static Lists read(Resource file) {
        try {
            var lines = file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return new Lists(
                    lines.stream()
                            .filter(line -> !line.startsWith(NOT))
                            .map(UnhappyWords::words)
                            .toList(),
                    Set.copyOf(lines.stream()
                            .filter(line -> line.startsWith(NOT))
                            .flatMap(line -> words(line.substring(NOT.length())).stream())
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of unhappy words cannot be read: " + file, e);
        }
    }

    /** Without case, accents and marks, so that "Déçue!" is "decue". */
    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Lists(List<List<String>> phrases, Set<String> nots) {

        boolean areIn(List<String> said) {
            for (var at = 0; at < said.size(); at++) {
                if (!isTurnedRound(said, at) && startsAt(said.subList(at, said.size()))) {
                    return true;
                }
            }
            return false;
        }

        private boolean startsAt(List<String> rest) {
            return phrases.stream()
                    .anyMatch(phrase -> rest.size() >= phrase.size()
                            && rest.subList(0, phrase.size()).equals(phrase));
        }

        private boolean isTurnedRound(List<String> said, int at) {
            return said.subList(Math.max(0, at - REACH_OF_A_NOT), at).stream().anyMatch(nots::contains);
        }
    }
}

package dev.afterglow.model;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Set;

/** How files, labels and ids become one another. */
final class Names {

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private Names() {}

    /** {@code post-purchase-journey.bpmn} becomes {@code postPurchaseJourney}. */
    static String idOf(String file) {
        return camelCase(baseName(file));
    }

    static String baseName(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** {@code Open a return} becomes {@code openReturn}. */
    static String beanOf(String label) {
        return camelCase(Arrays.stream(label.split(" "))
                .filter(word -> !ARTICLES.contains(word))
                .collect(joining(" ")));
    }

    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase() + word.substring(1);
    }

    static String decapitalised(String word) {
        return word.substring(0, 1).toLowerCase() + word.substring(1);
    }

    private static String camelCase(String words) {
        return decapitalised(Arrays.stream(words.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(Names::capitalised)
                .collect(joining()));
    }
}

package dev.afterglow.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong, in words. */
final class Findings {

    private final List<String> words = new ArrayList<>();

    private Findings() {}

    static Findings of() {
        return new Findings();
    }

    Findings when(boolean wrong, String words) {
        if (wrong) {
            this.words.add(words);
        }
        return this;
    }

    Stream<String> stream() {
        return words.stream();
    }
}

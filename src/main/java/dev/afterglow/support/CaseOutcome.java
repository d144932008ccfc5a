package dev.afterglow.support;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What our words came to. */
public enum CaseOutcome {
    SOLVED(true),
    /** There was nothing to solve, such as a question in passing. */
    INFORMED(false),
    UNSOLVED(false),
    REPAIR_ARRANGED(true),
    WARRANTY_ACCEPTED(true),
    WARRANTY_REFUSED(false);

    private final boolean worthAsking;

    CaseOutcome(boolean worthAsking) {
        this.worthAsking = worthAsking;
    }

    /** @throws IllegalArgumentException saying what to do, when the word is none of those to choose from */
    public static CaseOutcome chosen(@Nullable String word, CaseOutcome... among) {
        return Arrays.stream(among)
                .filter(outcome -> outcome.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Choose what this comes to: one of "
                        + Arrays.toString(among) + ". Nothing was sent and nothing is lost."));
    }

    /** Whether we ask her afterwards how it went: not for trifles, and not where she was let down. */
    public boolean isWorthAsking() {
        return worthAsking;
    }
}

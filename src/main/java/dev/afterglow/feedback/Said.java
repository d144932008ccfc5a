package dev.afterglow.feedback;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of one answer. */
record Said(
        @Nullable UsageAnswer answer,
        @Nullable Integer score,
        @Nullable String words,
        boolean unhappy) {

    /** A second click without words takes nothing back. */
    boolean addsNothingTo(Feedback known) {
        return answer == known.answer()
                && Objects.equals(score, known.score())
                && (words == null || words.equals(known.words()));
    }
}

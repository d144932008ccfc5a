package dev.afterglow.intake.files;

import java.util.Arrays;
import java.util.Optional;

/** What an import of orders does. */
public enum ImportMode {
    /** Reads and reports, records nothing. */
    DRY_RUN("dry-run"),
    /** Records orders for figures only: nobody is mailed. */
    HISTORICAL("historical"),
    /** Records orders as if the shop had told them now; recent ones begin their journey. */
    JOURNEYS("journeys");

    private final String word;

    ImportMode(String word) {
        this.word = word;
    }

    /** The mode as people write it. */
    public String word() {
        return word;
    }

    /** The mode a word means, or nothing. */
    public static Optional<ImportMode> of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word.equalsIgnoreCase(word))
                .findFirst();
    }
}

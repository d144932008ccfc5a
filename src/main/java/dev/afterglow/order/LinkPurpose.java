package dev.afterglow.order;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What a signed link is good for; a link of one purpose opens nothing else. */
public enum LinkPurpose {
    /** The order's own pages: parcels, guides, help, return, withdrawal. */
    ORDER("o", Period.ofDays(90)),
    /** An answer: the usage check, a score, a review. */
    ANSWER("a", Period.ofDays(60)),
    /** A return's instructions and label. */
    RETURN("r", Period.ofDays(45)),
    /** What the customer wants to hear; never expires. */
    PREFERENCES("p", null),
    /** Leaving with one click; never expires. */
    UNSUBSCRIBE("u", null);

    private final String code;
    private final @Nullable Period life;

    LinkPurpose(String code, @Nullable Period life) {
        this.code = code;
        this.life = life;
    }

    /** The word in the link's path, such as {@code /o/…}. */
    public String code() {
        return code;
    }

    @Nullable
    Period life() {
        return life;
    }
}

package dev.afterglow.journey.handwrittennote;

import org.jspecify.annotations.Nullable;

/**
 * A note by hand and what became of it.
 *
 * @param reason why the decision asked for it, such as {@code VIP}
 * @param rule the rule that did
 * @param remark why it was not written
 */
record Note(
        long id,
        String reason,
        String rule,
        State state,
        @Nullable String remark,
        @Nullable String doneBy) {

    /** What became of it. */
    enum State {
        OPEN,
        WRITTEN,
        NOT_WRITTEN,
        /** Nobody found the time while it would have meant something. */
        LAPSED
    }
}

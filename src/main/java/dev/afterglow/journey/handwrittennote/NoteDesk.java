package dev.afterglow.journey.handwrittennote;

import dev.afterglow.journey.handwrittennote.Note.State;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what a colleague did about a note, and refuses what is not an answer. */
@Component
class NoteDesk {

    private static final int LONGEST = 500;
    private static final Set<String> ANSWERS = Set.of(State.WRITTEN.name(), State.NOT_WRITTEN.name());

    private final Notes notes;

    NoteDesk(Notes notes) {
        this.notes = notes;
    }

    /** Nobody found the time. */
    void lapse(long note) {
        notes.settle(note, State.LAPSED, null, null);
    }

    /**
     * Answers whether it was written.
     *
     * @throws IllegalArgumentException saying what to do, when the answer is none
     */
    boolean record(long note, @Nullable String result, @Nullable String remark, @Nullable String who) {
        if (result == null || !ANSWERS.contains(result)) {
            throw new IllegalArgumentException("Say whether the note was written: choose one of the two answers.");
        }
        if (remark != null && remark.length() > LONGEST) {
            throw new IllegalArgumentException("The remark is longer than 500 characters; shorten it.");
        }
        var state = State.valueOf(result);
        notes.settle(note, state, remark == null || remark.isBlank() ? null : remark.strip(), who);
        return state == State.WRITTEN;
    }
}

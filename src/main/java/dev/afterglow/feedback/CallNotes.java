package dev.afterglow.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What a person wrote down after calling a customer.
 *
 * @param result SOLVED, CASE_NEEDED or NOT_REACHED
 * @param note what was said, for colleagues
 * @param deed what was done, told to the customer in these words
 */
public record CallNotes(
        CallResult result, @Nullable String note, @Nullable String deed) {

    /** @throws IllegalArgumentException in words for whoever filled in the form */
    public CallNotes {
        note = Sentence.of(note, "The note");
        deed = Sentence.of(deed, "What was done");
        if (result == CallResult.GIVEN_UP) {
            throw new IllegalArgumentException(
                    "Say that the customer was not reached; when to give up is counted for you.");
        }
        if (result == CallResult.CASE_NEEDED && note == null) {
            throw new IllegalArgumentException(
                    "Write in the note what the case is about, so that nobody has to ask again.");
        }
        if (result == CallResult.NOT_REACHED && deed != null) {
            throw new IllegalArgumentException(
                    "What was done is mailed to the customer after you have spoken to her. Leave it empty for now.");
        }
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.CallNotes;
import dev.afterglow.feedback.CallResult;
import dev.afterglow.journey.engine.JourneyVariable;
import dev.afterglow.journey.tasks.TaskSheet;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The fields of the form "Call back". */
final class CallForm {

    private static final JourneyVariable<String> OUTCOME = JourneyVariable.word("callOutcome");
    private static final JourneyVariable<String> NOTE = JourneyVariable.word("callNote");
    private static final JourneyVariable<String> DEED = JourneyVariable.word("callDeed");

    private CallForm() {}

    static TaskSheet asked(TaskSheet sheet) {
        return sheet.asks(OUTCOME.name(), null).asks(NOTE.name(), null).asks(DEED.name(), null);
    }

    /** @throws IllegalArgumentException in words for whoever filled it in */
    static CallNotes filledIn(VariableScope form) {
        var outcome = OUTCOME.in(form).orElse("");
        var result = Arrays.stream(CallResult.values())
                .filter(word -> word.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Choose what came of the call: solved, needs a case, or not reached."));
        return new CallNotes(result, NOTE.in(form).orElse(null), DEED.in(form).orElse(null));
    }
}

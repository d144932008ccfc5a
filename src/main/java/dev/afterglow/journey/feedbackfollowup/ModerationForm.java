package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.ReviewVerdict;
import dev.afterglow.journey.engine.JourneyVariable;
import dev.afterglow.journey.tasks.TaskSheet;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The fields of the form "Moderate review". */
final class ModerationForm {

    private static final JourneyVariable<String> VERDICT = JourneyVariable.word("moderationVerdict");
    private static final JourneyVariable<String> REASON = JourneyVariable.word("moderationReason");
    private static final JourneyVariable<String> DEED = JourneyVariable.word("moderationDeed");

    private ModerationForm() {}

    static TaskSheet asked(TaskSheet sheet) {
        return sheet.asks(VERDICT.name(), null).asks(REASON.name(), null).asks(DEED.name(), null);
    }

    /** @throws IllegalArgumentException in words for whoever filled it in */
    static ReviewVerdict filledIn(VariableScope form) {
        var approved =
                switch (VERDICT.in(form).orElse("")) {
                    case "APPROVE" -> true;
                    case "REFUSE" -> false;
                    default ->
                        throw new IllegalArgumentException("Choose whether to publish the review or to refuse it.");
                };
        return new ReviewVerdict(
                approved, REASON.in(form).orElse(null), DEED.in(form).orElse(null));
    }
}

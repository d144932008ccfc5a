package dev.afterglow.journey.supportfollowup;

import dev.afterglow.journey.tasks.TaskVariables;
import dev.afterglow.support.CaseAnswer;
import dev.afterglow.support.CaseOutcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** What an agent filled in, as the support desk takes it. */
final class FilledIn {

    private FilledIn() {}

    static CaseAnswer answer(DelegateExecution execution, CaseOutcome outcome, @Nullable String how) {
        return new CaseAnswer(
                by(execution),
                SupportFollowUpVariables.ANSWER.in(execution).orElse(null),
                SupportFollowUpVariables.SEEN.in(execution).map(Long::valueOf).orElse(null),
                SupportFollowUpVariables.PAUSE_MARKETING.in(execution).orElse(false),
                outcome,
                how);
    }

    static String by(DelegateExecution execution) {
        return TaskVariables.DONE_BY.in(execution).orElse("unknown");
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what came of a call, and who called. */
@Component("keepCallNotes")
class KeepCallNotesDelegate implements JavaDelegate {

    private final FollowUps followUps;

    KeepCallNotesDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = FeedbackFollowUpVariables.feedback(execution);
        var notes = CallForm.filledIn(execution);

        var result = followUps.keepCall(id, notes, FeedbackFollowUpVariables.doneBy(execution));

        FeedbackFollowUpVariables.CALL_RESULT.on(execution, result.name());
        FeedbackFollowUpVariables.DEED_TO_TELL.on(execution, notes.deed() != null);
    }
}

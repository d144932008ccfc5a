package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FeedbackId;
import dev.afterglow.journey.engine.JourneyVariable;
import dev.afterglow.journey.tasks.TaskVariables;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of feedback-follow-up.bpmn and of its decision. */
final class FeedbackFollowUpVariables {

    /** What she was asked: a {@link dev.afterglow.feedback.FeedbackKind}. */
    static final JourneyVariable<String> KIND = JourneyVariable.word("kind");

    /** Her answer to the usage check, else {@code NONE}. */
    static final JourneyVariable<String> ANSWER = JourneyVariable.word("answer");

    /** 0 to 10, of a review its stars, else -1. */
    static final JourneyVariable<Integer> SCORE = new JourneyVariable<>("score", Integer.class);

    /** Whether her words sound unhappy. */
    static final JourneyVariable<Boolean> UNHAPPY_WORDS = JourneyVariable.flag("unhappyWords");

    /** Whether it is a review others may read. */
    static final JourneyVariable<Boolean> MAY_BE_PUBLISHED = JourneyVariable.flag("mayBePublished");

    /** Answers "What follows?" and "Is she unhappy?": a {@link dev.afterglow.feedback.FollowUp}. */
    static final JourneyVariable<String> FOLLOW_UP = JourneyVariable.word("followUp");

    /** When she is asked again. */
    static final JourneyVariable<Date> SECOND_LOOK_AT = new JourneyVariable<>("secondLookAt", Date.class);

    /** Answers "Approved?". */
    static final JourneyVariable<Boolean> APPROVED = JourneyVariable.flag("approved");

    /** Answers "What came of it?": a {@link dev.afterglow.feedback.CallResult}. */
    static final JourneyVariable<String> CALL_RESULT = JourneyVariable.word("callResult");

    /** Answers "Anything to tell?". */
    static final JourneyVariable<Boolean> DEED_TO_TELL = JourneyVariable.flag("deedToTell");

    private FeedbackFollowUpVariables() {}

    static FeedbackId feedback(VariableScope scope) {
        return FeedbackId.parse(TouchpointVariables.REFERENCE.in(scope).orElseThrow());
    }

    static String doneBy(VariableScope scope) {
        return TaskVariables.DONE_BY.in(scope).orElse("unknown");
    }
}

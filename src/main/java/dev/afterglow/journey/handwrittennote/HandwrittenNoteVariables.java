package dev.afterglow.journey.handwrittennote;

import dev.afterglow.journey.engine.JourneyVariable;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of handwritten-note.bpmn. */
final class HandwrittenNoteVariables {

    static final String PROCESS = "handwrittenNote";

    /** What the form asks. */
    static final JourneyVariable<String> RESULT = JourneyVariable.word("result");

    static final JourneyVariable<String> REMARK = JourneyVariable.word("remark");

    /** Answers "Was it written?". */
    static final JourneyVariable<Boolean> WRITTEN = JourneyVariable.flag("written");

    private HandwrittenNoteVariables() {}

    static long noteOf(VariableScope scope) {
        return Long.parseLong(TouchpointVariables.REFERENCE.in(scope).orElseThrow());
    }
}

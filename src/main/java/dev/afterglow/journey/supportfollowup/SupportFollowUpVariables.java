package dev.afterglow.journey.supportfollowup;

import dev.afterglow.journey.engine.JourneyVariable;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.support.CaseId;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of support-follow-up.bpmn. */
final class SupportFollowUpVariables {

    static final String PROCESS = "supportFollowUp";

    /** What the triage decision asks for. */
    static final JourneyVariable<String> TOPIC = JourneyVariable.word("topic");

    static final JourneyVariable<Boolean> PRODUCT_KNOWN = JourneyVariable.flag("productKnown");
    static final JourneyVariable<Boolean> WARRANTY_RUNNING = JourneyVariable.flag("warrantyRunning");
    static final JourneyVariable<Boolean> LOYAL_CUSTOMER = JourneyVariable.flag("loyalCustomer");
    static final JourneyVariable<Integer> ORDER_VALUE = JourneyVariable.number("orderValue");

    /** What the triage decision answers. */
    static final JourneyVariable<String> TEAM = JourneyVariable.word("team");

    static final JourneyVariable<Integer> PRIORITY = JourneyVariable.number("priority");
    static final JourneyVariable<Integer> DUE_HOURS = JourneyVariable.number("dueHours");

    /** Answers "Has she written again?". */
    static final JourneyVariable<Boolean> REPLIED = JourneyVariable.flag("replied");

    /** Answers "Ask how it went?". */
    static final JourneyVariable<Boolean> ASK_HOW_IT_WENT = JourneyVariable.flag("askHowItWent");

    /** What the forms ask. */
    static final JourneyVariable<String> ANSWER = JourneyVariable.word("answer");

    static final JourneyVariable<String> SEEN = JourneyVariable.word("seen");
    static final JourneyVariable<Boolean> PAUSE_MARKETING = JourneyVariable.flag("pauseMarketing");
    static final JourneyVariable<String> RESULT = JourneyVariable.word("result");
    static final JourneyVariable<String> ARRANGEMENT = JourneyVariable.word("arrangement");
    static final JourneyVariable<String> DECISION = JourneyVariable.word("decision");
    static final JourneyVariable<String> NOTE = JourneyVariable.word("note");

    private SupportFollowUpVariables() {}

    static CaseId caseOf(VariableScope scope) {
        return CaseId.parse(TouchpointVariables.REFERENCE.in(scope).orElseThrow());
    }
}

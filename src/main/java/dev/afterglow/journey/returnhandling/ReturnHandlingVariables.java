package dev.afterglow.journey.returnhandling;

import dev.afterglow.journey.engine.JourneyVariable;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.returns.ReturnId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The variables of return-handling.bpmn. */
final class ReturnHandlingVariables {

    /** Answers "Withdrawal?". */
    static final JourneyVariable<Boolean> WITHDRAWAL = JourneyVariable.flag("withdrawal");

    /** Answers "Anything to send back?". */
    static final JourneyVariable<Boolean> ON_ITS_WAY = JourneyVariable.flag("onItsWay");

    /** The policy asks whose doing it is. */
    static final JourneyVariable<String> FAULT = JourneyVariable.word("fault");

    /** The policy asks why. */
    static final JourneyVariable<String> REASON = JourneyVariable.word("reason");

    /** The policy asks whether the things are exempt. */
    static final JourneyVariable<Boolean> FINAL_SALE = JourneyVariable.flag("finalSale");

    /** The policy asks how long ago the last parcel arrived. */
    static final JourneyVariable<Integer> DAYS_SINCE_DELIVERY =
            new JourneyVariable<>("daysSinceDelivery", Integer.class);

    /** The policy asks what the goods are worth, in whole units of the currency. */
    static final JourneyVariable<Integer> GOODS_VALUE = new JourneyVariable<>("goodsValue", Integer.class);

    /** What the policy says. */
    static final JourneyVariable<String> VERDICT = JourneyVariable.word("verdict");

    /** Answers "Approved?". */
    static final JourneyVariable<Boolean> APPROVED = JourneyVariable.flag("approved");

    /** Answers "As expected?". */
    static final JourneyVariable<Boolean> AS_EXPECTED = JourneyVariable.flag("asExpected");

    /** Answers "Anything granted?". */
    static final JourneyVariable<Boolean> GRANTED = JourneyVariable.flag("granted");

    /** Answers "What does the customer get?". */
    static final JourneyVariable<String> RESOLUTION = JourneyVariable.word("resolution");

    /** Answers "Part of a withdrawal?". */
    static final JourneyVariable<Boolean> MERGED = JourneyVariable.flag("merged");

    /** The answer when the customer gets nothing. */
    static final String NOTHING = "NOTHING";

    private ReturnHandlingVariables() {}

    static ReturnId returnOf(DelegateExecution execution) {
        return ReturnId.parse(TouchpointVariables.REFERENCE.in(execution).orElseThrow());
    }
}

package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.engine.JourneyVariable;

/** The variables of post-purchase-journey.bpmn. */
final class PostPurchaseJourneyVariables {

    /** Answers "Delivered?". */
    static final JourneyVariable<Boolean> DELIVERED = JourneyVariable.flag("delivered");

    /** Answers "Bought again?". */
    static final JourneyVariable<Boolean> BOUGHT_AGAIN = JourneyVariable.flag("boughtAgain");

    /** Answers "What does the customer need?" with the name of a {@link Branch}. */
    static final JourneyVariable<String> REQUEST = JourneyVariable.word("request");

    private PostPurchaseJourneyVariables() {}
}

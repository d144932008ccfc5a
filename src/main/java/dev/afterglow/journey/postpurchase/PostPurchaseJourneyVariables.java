package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.engine.JourneyVariable;

/** The variables of post-purchase-journey.bpmn. */
final class PostPurchaseJourneyVariables {

    /** Answers "Delivered?". */
    static final JourneyVariable<Boolean> DELIVERED = JourneyVariable.flag("delivered");

    /** Answers "Bought again?". */
    static final JourneyVariable<Boolean> BOUGHT_AGAIN = JourneyVariable.flag("boughtAgain");

    private PostPurchaseJourneyVariables() {}
}

package dev.afterglow.journey.touchpoint;

import dev.afterglow.journey.engine.JourneyVariable;

/** What a drawing may tell the send task. */
public final class TouchpointVariables {

    /** The id of the parcel the message is about, where it is about one. */
    public static final JourneyVariable<String> SHIPMENT = JourneyVariable.word("shipment");

    /** The id of the return, case or answer a branch is about. */
    public static final JourneyVariable<String> REFERENCE = JourneyVariable.word("reference");

    private TouchpointVariables() {}
}

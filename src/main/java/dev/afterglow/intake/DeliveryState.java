package dev.afterglow.intake;

/** What became of a delivery. */
public enum DeliveryState {
    /** Taken, not yet settled: visible only inside its own transaction. */
    RECEIVED,
    /** The order knows. */
    APPLIED,
    /** It speaks of an order we do not know yet and waits for it. */
    PARKED,
    /** Nothing in it concerns us. */
    IGNORED,
    /** We could not read or record it; it is kept, and tried again when it is delivered again. */
    FAILED
}

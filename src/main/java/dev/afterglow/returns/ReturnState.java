package dev.afterglow.returns;

/** Where a return stands. */
public enum ReturnState {
    /** Asked for, not yet looked at. */
    REQUESTED,
    /** Somebody decides. */
    IN_REVIEW,
    /** The parcel may come. */
    APPROVED,
    /** The parcel is here. */
    ARRIVED,
    /** Looked at and accepted; what the customer gets is on its way. */
    ACCEPTED,
    /** The customer has what she chose. */
    SETTLED,
    REFUSED,
    /** The parcel never came. */
    LAPSED,
    /** The customer or an agent took it back. */
    CANCELLED,
    /** A withdrawal took its place. */
    MERGED;

    /** Whether something is still to happen. */
    public boolean isOpen() {
        return ordinal() < SETTLED.ordinal();
    }

    /** Whether its things count as given back or about to be. */
    boolean holdsUnits() {
        return ordinal() <= SETTLED.ordinal();
    }
}

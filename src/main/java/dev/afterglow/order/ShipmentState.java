package dev.afterglow.order;

/**
 * Where a parcel is; a later word wins, but a parcel on its way is never back in the house and only a return to sender
 * or the shop's own correction follows a delivery.
 */
public enum ShipmentState {
    UNKNOWN(0),
    INFO_RECEIVED(1),
    IN_TRANSIT(2),
    DELAYED(2),
    EXCEPTION(2),
    OUT_FOR_DELIVERY(3),
    ATTEMPT_FAILED(3),
    AVAILABLE_FOR_PICKUP(3),
    EXPIRED(3),
    DELIVERED(4),
    RETURNED_TO_SENDER(5),
    /** The shop took the fulfilment back: there is no such parcel to wait for. */
    CANCELLED(6);

    private final int rank;

    ShipmentState(int rank) {
        this.rank = rank;
    }

    /** Whether a parcel in this state may be said to be in the next one. */
    public boolean mayBecome(ShipmentState next) {
        return next.rank > this.rank || (this.rank < DELIVERED.rank && (next.isOnItsWay() || !this.isOnItsWay()));
    }

    /** Whether the parcel has left the house. */
    public boolean isOnItsWay() {
        return rank >= IN_TRANSIT.rank && this != CANCELLED;
    }

    /** Whether the customer has to wait longer than promised. */
    public boolean isLate() {
        return this == DELAYED || this == EXCEPTION;
    }
}

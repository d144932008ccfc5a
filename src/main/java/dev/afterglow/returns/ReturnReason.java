package dev.afterglow.returns;

/** Why something comes back, in the words shops agree on. */
public enum ReturnReason {
    SIZE_TOO_SMALL(Fault.CUSTOMER),
    SIZE_TOO_LARGE(Fault.CUSTOMER),
    COLOR(Fault.CUSTOMER),
    STYLE(Fault.CUSTOMER),
    UNWANTED(Fault.CUSTOMER),
    ACCIDENTAL_ORDER(Fault.CUSTOMER),
    BETTER_PRICE(Fault.CUSTOMER),
    WRONG_ITEM(Fault.MERCHANT),
    NOT_AS_DESCRIBED(Fault.MERCHANT),
    MISSING_PARTS(Fault.MERCHANT),
    ARRIVED_DAMAGED(Fault.CARRIER),
    ARRIVED_LATE(Fault.CARRIER),
    DEFECTIVE(Fault.PRODUCT),
    WARRANTY(Fault.PRODUCT),
    OTHER(Fault.CUSTOMER),
    UNKNOWN(Fault.CUSTOMER);

    private final Fault fault;

    ReturnReason(Fault fault) {
        this.fault = fault;
    }

    /** Whose doing it is. */
    public Fault fault() {
        return fault;
    }
}

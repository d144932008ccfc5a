package dev.afterglow.returns;

/** What was asked for cannot be done with a return; the message says why, and what can be done instead. */
public class ReturnNotPossibleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why not, for pages in other languages. */
    public enum Why {
        /** No thing was chosen, or none of it. */
        NOTHING_CHOSEN,
        /** More than was bought and is not refunded or in a return already. */
        MORE_THAN_LEFT,
        /** The order is unknown. */
        NO_SUCH_ORDER,
        /** The return is unknown. */
        NO_SUCH_RETURN,
        /** The withdrawal period is over, or nothing is left to withdraw from. */
        WITHDRAWAL_CLOSED,
        /** The return stands elsewhere by now. */
        TOO_LATE,
        /** A decision lacks what it needs. */
        INCOMPLETE
    }

    private final Why why;

    ReturnNotPossibleException(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why not. */
    public Why why() {
        return why;
    }
}

package dev.afterglow.loyalty;

/** Why a voucher was issued. */
public enum VoucherReason {
    /** Store credit for something given back. */
    RETURN,
    /** A gesture towards somebody who has not been here for a while. */
    REACTIVATION
}

package dev.afterglow.loyalty;

/** Why a voucher was issued. */
public enum VoucherReason {
    /** Store credit for something given back. */
    RETURN
}

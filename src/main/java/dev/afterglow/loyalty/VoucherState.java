package dev.afterglow.loyalty;

/** What became of a voucher. */
public enum VoucherState {
    /** Good until the day it expires. */
    ISSUED,
    /** Used once, and used up. */
    REDEEMED,
    /** Taken back. */
    VOIDED
}

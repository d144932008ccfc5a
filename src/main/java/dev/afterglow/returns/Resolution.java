package dev.afterglow.returns;

/** What a customer gets for what she gives back. */
public enum Resolution {
    EXCHANGE,
    STORE_CREDIT,
    REFUND
}

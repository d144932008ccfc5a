package dev.afterglow.returns;

/** Whose doing a return is; it decides who pays the way back. */
public enum Fault {
    CUSTOMER,
    MERCHANT,
    CARRIER,
    PRODUCT
}

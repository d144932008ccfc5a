package dev.afterglow.returns;

/** On what ground something comes back. */
public enum ReturnKind {
    /** By the shop's own rules, with a reason. */
    RETURN,
    /** By law, within the withdrawal period, without one. */
    WITHDRAWAL
}

package dev.afterglow.support;

/** Whose turn it is. */
public enum CaseState {
    /** We owe her an answer. */
    OPEN,
    /** She has our answer and may reply. */
    ANSWERED,
    CLOSED
}

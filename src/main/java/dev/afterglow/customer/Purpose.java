package dev.afterglow.customer;

/** Why we write: it decides which consent a message needs. */
public enum Purpose {
    /** Part of the purchase itself: needs no consent and carries no promotion. */
    TRANSACTIONAL,
    /** Helps with what was bought. */
    RELATIONAL,
    /** Wants to sell. */
    PROMOTIONAL
}

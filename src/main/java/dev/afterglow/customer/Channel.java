package dev.afterglow.customer;

/** A way to reach somebody. */
public enum Channel {
    /** Open to everybody who left an address, until she says no. */
    MAIL,
    /** The others need her word first, whatever is to be said. */
    SMS,
    PUSH,
    IN_APP
}

package dev.afterglow.message;

/**
 * What makes a message one of a kind: the same key is sent once, however often it is asked for.
 *
 * @param order the order's id
 * @param touchpoint the touchpoint's key, such as {@code welcome}
 * @param occurrence 0 where the touchpoint happens once per order, else what tells its occasions apart: a parcel's id
 */
public record MessageKey(long order, String touchpoint, long occurrence) {}

package dev.afterglow.message;

/** How a touchpoint looks. */
public enum Format {
    /** HTML with pictures, and the same in plain text. */
    VISUAL,
    /** Words only, as a person would write them; can be answered. */
    PLAIN_TEXT
}

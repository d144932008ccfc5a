package dev.afterglow.support;

/** What a case is about. */
public enum Topic {
    QUESTION,
    CARE_AND_REPAIR,
    WARRANTY_CLAIM,
    /** A parcel that does not arrive. */
    PARCEL_SEARCH
}

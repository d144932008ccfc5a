package dev.afterglow.message;

/** What a touchpoint wants for the customer. */
public enum Objective {
    REASSURE,
    EDUCATE,
    DISCOVER,
    VERIFY,
    REACTIVATE
}

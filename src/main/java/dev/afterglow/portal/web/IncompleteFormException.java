package dev.afterglow.portal.web;

/** A form without something our own pages always send. */
class IncompleteFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompleteFormException() {
        super("The form is incomplete", null, false, false);
    }
}

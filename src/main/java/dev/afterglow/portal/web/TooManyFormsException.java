package dev.afterglow.portal.web;

/** More forms in a minute than a person sends. */
class TooManyFormsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyFormsException() {
        super("Too many forms", null, false, false);
    }
}

package dev.afterglow.portal.web;

/** A link that opens nothing: never ours, of another purpose, or of an order that is gone; one answer for all. */
class LinkClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LinkClosedException() {
        super("The link opens nothing", null, false, false);
    }
}

package dev.afterglow.portal.web;

import dev.afterglow.order.LinkPurpose;

/** A link that was good once. */
class LinkExpiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String token;
    private final LinkPurpose purpose;

    LinkExpiredException(String token, LinkPurpose purpose) {
        super("The link has expired", null, false, false);
        this.token = token;
        this.purpose = purpose;
    }

    /** Where a new one can be asked for. */
    String renewal() {
        return "/" + purpose.code() + "/" + token + "/new-link";
    }
}

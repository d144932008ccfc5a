package dev.afterglow.message;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;

/** A multipart with a boundary of our choice; Jakarta Mail would make up a new one on every attempt. */
class FixedBoundary extends MimeMultipart {

    FixedBoundary(String subtype, String boundary) {
        super(subtype);
        var parameters = new ParameterList();
        parameters.set("boundary", boundary);
        contentType = new ContentType("multipart", subtype, parameters).toString();
    }
}

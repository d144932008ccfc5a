package dev.afterglow.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that keeps the Message-ID it was given, where Jakarta Mail would make up a new one on saving, and is signed as
 * it leaves, when nothing changes it any more.
 */
class IdentifiedMail extends MimeMessage {

    private final String id;
    private final @Nullable DkimSigner signer;

    IdentifiedMail(Session session, String id, @Nullable DkimSigner signer) {
        super(session);
        this.id = id;
        this.signer = signer;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        if (signer == null) {
            super.writeTo(out, ignored);
            return;
        }
        var mail = new ByteArrayOutputStream();
        super.writeTo(mail, ignored);
        out.write(signer.sign(mail.toByteArray(), getSentDate().toInstant()));
    }
}

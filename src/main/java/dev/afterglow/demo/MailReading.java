package dev.afterglow.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart. */
record MailReading(MimeMessage mail) {

    String recipient() throws MessagingException {
        return mail.getAllRecipients() != null && mail.getAllRecipients()[0] instanceof InternetAddress address
                ? address.getAddress()
                : "";
    }

    String subject() throws MessagingException {
        return Optional.ofNullable(mail.getSubject()).orElse("");
    }

    @Nullable
    String header(String name) throws MessagingException {
        return mail.getHeader(name, null);
    }

    @Nullable
    String html() throws MessagingException, IOException {
        return content(mail, "text/html");
    }

    String text() throws MessagingException, IOException {
        return Optional.ofNullable(content(mail, "text/plain")).orElse("");
    }

    byte[] source() throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static @Nullable String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = content(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}

package dev.afterglow.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Signs mails for one domain as RFC 6376 has it: rsa-sha256, relaxed/relaxed, the same bytes for the same mail. */
class DkimSigner {

    /** From stands twice: a second one cannot be added on the way. */
    private static final List<String> SIGNED = List.of(
            "From",
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    private static final String CRLF = "\r\n";
    private static final String FOLD = CRLF + " ";
    private static final int LINE = 72;

    private final String domain;
    private final String selector;
    private final RSAPrivateKey key;

    DkimSigner(String domain, String selector, RSAPrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    String domain() {
        return domain;
    }

    /** The mail with its signature in front, its lines ended as they travel. */
    byte[] sign(byte[] mail, Instant at) {
        var text = new String(mail, StandardCharsets.ISO_8859_1).replaceAll("\r\n|\r|\n", CRLF);
        var end = text.indexOf(CRLF + CRLF);
        var head = end < 0 ? text : text.substring(0, end + CRLF.length());
        var body = end < 0 ? "" : text.substring(end + 2 * CRLF.length());
        var signature = "DKIM-Signature: " + signature(headers(head), body, at) + CRLF;
        var signed = new ByteArrayOutputStream(mail.length + signature.length());
        signed.writeBytes(bytes(signature));
        signed.writeBytes(bytes(text));
        return signed.toByteArray();
    }

    private String signature(List<String> headers, String body, Instant at) {
        var chosen = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var name : SIGNED) {
            var header = named(name, headers);
            if (header != null && (!names.contains(name) || name.equals("From"))) {
                if (!names.contains(name)) {
                    chosen.add(relaxed(header) + CRLF);
                }
                names.add(name);
            }
        }
        var unsigned = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + ";" + FOLD
                + "t=" + at.getEpochSecond() + ";" + FOLD
                + "h=" + String.join(":" + FOLD, names).toLowerCase(Locale.ROOT) + ";" + FOLD
                + "bh=" + base64(sha256(bytes(relaxedBody(body)))) + ";" + FOLD
                + "b=";
        var toSign = String.join("", chosen) + relaxed("DKIM-Signature: " + unsigned);
        return unsigned + folded(base64(rsa(bytes(toSign))));
    }

    /** Name in small letters, one line, single spaces, none at the ends. */
    private static String relaxed(String header) {
        var colon = header.indexOf(':');
        var value = header.substring(colon + 1).replaceAll("\r\n(?=[ \t])", "").replaceAll("[ \t]+", " ");
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    /** Single spaces, none before a line's end, no empty lines at the end of the mail. */
    private static String relaxedBody(String body) {
        var text = body.replaceAll("[ \t]+\r\n", CRLF)
                .replaceAll("[ \t]+", " ")
                .replaceAll("(\r\n)+\\z", "")
                .replaceAll(" \\z", "");
        return text.isEmpty() ? "" : text + CRLF;
    }

    /** One string per header, folded lines included. */
    private static List<String> headers(String head) {
        return List.of(head.split("\r\n(?![ \t])"));
    }

    private static @Nullable String named(String name, List<String> headers) {
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static String folded(String base64) {
        return base64.replaceAll("(.{" + LINE + "})(?=.)", "$1" + FOLD);
    }

    private byte[] rsa(byte[] text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The DKIM key of " + domain + " does not sign", e);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

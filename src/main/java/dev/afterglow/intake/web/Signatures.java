package dev.afterglow.intake.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks signatures that are the base64 of an HMAC-SHA256 over the raw body. */
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * Says which secret signed the body.
     *
     * @throws Refused when none did, naming the part that failed
     */
    static String check(byte[] body, String header, @Nullable String signature, List<String> secrets) throws Refused {
        if (signature == null || signature.isBlank()) {
            throw new Refused("The header " + header + " is missing: the call is not signed.");
        }
        var given = decoded(header, signature);
        for (var i = 0; i < secrets.size(); i++) {
            if (MessageDigest.isEqual(hmac(body, secrets.get(i)), given)) {
                return "valid, secret " + (i + 1) + " of " + secrets.size();
            }
        }
        throw new Refused("The signature in " + header + " does not fit the body with "
                + (secrets.size() == 1
                        ? "the configured secret"
                        : "any of the " + secrets.size() + " configured secrets")
                + ". Compare the secret with the sender's, and make sure that nothing in between rewrites the body.");
    }

    private static byte[] decoded(String header, String signature) throws Refused {
        try {
            return Base64.getDecoder().decode(signature.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused("The signature in " + header + " is not base64. It must be the base64 of the HMAC-SHA256"
                    + " of the body.");
        }
    }

    private static byte[] hmac(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime knows " + ALGORITHM, e);
        }
    }

    /** A signature that is not to be believed; the message says why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }
}

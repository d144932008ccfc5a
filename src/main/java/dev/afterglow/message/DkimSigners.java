package dev.afterglow.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who signs for a sender's domain; keys are read at start-up, so that a wrong one is noticed then. */
@Component
class DkimSigners {

    private static final int SHORTEST = 1024;

    private final List<DkimSigner> signers;

    DkimSigners(DkimSettings settings) {
        this.signers = settings.keys().stream().map(DkimSigners::signer).toList();
    }

    /** The signer of the address's domain or of one above it, or nobody. */
    @Nullable
    DkimSigner of(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return signers.stream()
                .filter(signer -> domain.equals(signer.domain()) || domain.endsWith("." + signer.domain()))
                .findFirst()
                .orElse(null);
    }

    private static DkimSigner signer(DkimSettings.Key key) {
        return new DkimSigner(key.domain().toLowerCase(Locale.ROOT), key.selector(), read(key));
    }

    private static RSAPrivateKey read(DkimSettings.Key key) {
        try {
            var pem = key.privateKey().getContentAsString(StandardCharsets.US_ASCII);
            var body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
            var read = (RSAPrivateKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            if (read.getModulus().bitLength() >= SHORTEST) {
                return read;
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw wrong(key, e);
        }
        throw wrong(key, null);
    }

    private static IllegalStateException wrong(DkimSettings.Key key, @Nullable Exception cause) {
        return new IllegalStateException(
                "The DKIM key of " + key.domain() + " (" + key.privateKey().getDescription()
                        + ") is not an RSA key of at least 1024 bits in PKCS#8 PEM. Make one with: openssl genpkey"
                        + " -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem; an older key is converted with:"
                        + " openssl pkcs8 -topk8 -nocrypt",
                cause);
    }
}

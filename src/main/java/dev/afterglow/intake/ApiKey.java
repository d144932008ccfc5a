package dev.afterglow.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A key of the API as the settings know it: by its hash, so that whoever reads them still cannot call.
 *
 * @param name of the system that calls with it; two keys of one name while one is being replaced
 * @param hash the key's SHA-256 in hexadecimal digits; absent when nothing is set
 * @param scopes what it opens
 */
public record ApiKey(
        @DefaultValue("") String name,
        @DefaultValue("") String hash,
        @DefaultValue Set<ApiScope> scopes) {

    private static final String ADVICE =
            "; a key is made with 'openssl rand -hex 24' and its hash with" + " 'printf %s KEY | sha256sum'";

    public ApiKey {
        if (!hash.isBlank()) {
            if (!hash.matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException("The hash of the API key \"" + name
                        + "\" is not a SHA-256 of 64 hexadecimal digits" + ADVICE + ".");
            }
            if (!name.matches("[A-Za-z0-9._-]{1,40}")) {
                throw new IllegalArgumentException(
                        "Each API key needs a name of at most 40 letters, digits, dots and dashes.");
            }
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException(
                        "The API key \"" + name
                                + "\" opens nothing: give it scopes, such as orders:write, orders:read, customers:write or imports:write.");
            }
        }
    }

    /** Compares without telling by its time how close the given key came. */
    public boolean is(String key) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), sha256(key));
    }

    /** What a key is kept as. */
    public static String hashed(String key) {
        return HexFormat.of().formatHex(sha256(key));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }
}

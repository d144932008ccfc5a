package dev.afterglow.order;

import dev.afterglow.customer.Shop;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links a customer opens without an account: {@code v1.<key>.<payload>.<signature>}, the payload the purpose, the order
 * and the expiry. Whoever has the link has the order, and nothing else.
 */
@Component
public class SignedLinks {

    private static final String VERSION = "v1";
    private static final int LONGEST = 200;

    /** 144 bits. */
    private static final int SIGNATURE_BYTES = 18;

    private static final int PAYLOAD_BYTES = 1 + Long.BYTES + Long.BYTES;
    private static final long NEVER = 0;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Signs for a key we do not know, so that it costs a stranger as long to guess a key as a signature. */
    private static final SecretKeySpec NOBODYS = new SecretKeySpec(new byte[32], ALGORITHM);

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final Shop shop;
    private final Clock clock;

    SignedLinks(LinkSettings settings, Shop shop, Clock clock) {
        settings.keys().forEach(this::add);
        this.shop = shop;
        this.clock = clock;
    }

    /** The address of an order's page for a purpose; its days are counted from the given instant. */
    public URI to(OrderId order, LinkPurpose purpose, Instant from) {
        var base = shop.publicUrl().toString().replaceAll("/$", "");
        return URI.create(base + "/" + purpose.code() + "/" + token(order, purpose, from));
    }

    /** The same without the address: what {@link #open} opens. */
    public String token(OrderId order, LinkPurpose purpose, Instant from) {
        var key = keys.entrySet().iterator().next();
        var expiry = purpose.life() == null
                ? NEVER
                : from.atZone(ZoneOffset.UTC).plus(purpose.life()).toEpochSecond();
        var signed = VERSION + "." + key.getKey() + "." + payload(order, purpose, expiry);
        return signed + "." + signature(signed, key.getValue());
    }

    /** What a token opens, or why it opens nothing. */
    public Opened open(String token, LinkPurpose purpose) {
        var parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        var ours = parts.length == 4 && VERSION.equals(parts[0]);
        var key = ours ? keys.getOrDefault(parts[1], NOBODYS) : NOBODYS;
        var signed = ours ? parts[0] + "." + parts[1] + "." + parts[2] : token;
        var expected = signature(signed, key).getBytes(StandardCharsets.US_ASCII);
        var found = (ours ? parts[3] : "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, found) || key == NOBODYS) {
            return Opened.FORGED;
        }
        return read(parts[2], purpose).orElse(Opened.FORGED);
    }

    /** Only words of our own signature come this far; they are still read as if a stranger had written them. */
    private Optional<Opened> read(String payload, LinkPurpose purpose) {
        var bytes = decoded(payload);
        if (bytes.remaining() != PAYLOAD_BYTES || bytes.get() != purpose.code().charAt(0)) {
            return Optional.empty();
        }
        var order = bytes.getLong();
        if (order <= 0) {
            return Optional.empty();
        }
        var expiry = bytes.getLong();
        var expired = expiry != NEVER && clock.instant().getEpochSecond() >= expiry;
        return Optional.of(new Opened(new OrderId(order), expired));
    }

    private static ByteBuffer decoded(String payload) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(payload));
        } catch (IllegalArgumentException e) {
            return ByteBuffer.allocate(0);
        }
    }

    private static String payload(OrderId order, LinkPurpose purpose, long expiry) {
        var bytes = ByteBuffer.allocate(PAYLOAD_BYTES);
        bytes.put((byte) purpose.code().charAt(0)).putLong(order.value()).putLong(expiry);
        return ENCODER.encodeToString(bytes.array());
    }

    private static String signature(String signed, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var full = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String key) {
        var id = key.substring(0, key.indexOf(':'));
        var secret = key.substring(key.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
        keys.put(id, new SecretKeySpec(secret, ALGORITHM));
    }

    /**
     * What a token opened.
     *
     * @param order whose it is, absent when the token is not one of ours or of another purpose
     * @param expired whether it was good once
     */
    public record Opened(@Nullable OrderId order, boolean expired) {

        static final Opened FORGED = new Opened(null, false);

        /** The order, when the token is valid now. */
        public Optional<OrderId> valid() {
            return expired ? Optional.empty() : Optional.ofNullable(order);
        }
    }
}

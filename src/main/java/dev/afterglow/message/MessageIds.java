package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Derives a message's id from its key: the same on every attempt, and silent about the order. */
@Component
class MessageIds {

    private static final int LENGTH = 26;
    private static final int RADIX = 32;

    private final SecretKeySpec key;
    private final String domain;

    MessageIds(MessageSettings settings) {
        this.key = new SecretKeySpec(settings.idKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.domain = settings.from().replaceAll("^.*@|>.*$", "");
    }

    /** The Message-ID header's value, angle brackets included. */
    String of(MessageKey message) {
        return "<" + opaque(message) + "@" + domain + ">";
    }

    /** What a provider knows the message by: another channel says it in other words, so it is another one. */
    String of(MessageKey message, Channel channel) {
        return "msg_" + opaque(message) + "_" + channel.name().toLowerCase(Locale.ROOT);
    }

    /** The domain we write from. */
    String domain() {
        return domain;
    }

    private String opaque(MessageKey message) {
        var text = message.order() + "|" + message.touchpoint() + "|" + message.occurrence();
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var digest = new BigInteger(1, mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).toString(RADIX);
            return digest.substring(0, LENGTH).toLowerCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

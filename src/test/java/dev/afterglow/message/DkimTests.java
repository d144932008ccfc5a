package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.afterglow.TestMailServer;
import dev.afterglow.customer.EmailAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.core.io.ByteArrayResource;

/** Mails are signed before they leave; each is received over SMTP and checked from the public key alone. */
class DkimTests {

    private static final KeyPair KEYS = keys();
    private static final MessageSettings SETTINGS = new MessageSettings(
            "orders@shop.example",
            "hello@news.shop.example",
            "key",
            1,
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            20,
            10);

    @ParameterizedTest
    @ValueSource(strings = {"cross-sell", "usage-check", "order-confirmation"})
    void aReceivedMailHoldsASignatureThatThePublicKeyConfirms(String touchpoint) throws Exception {
        var received = new Received(sent(touchpoint, signers()));

        assertThat(received.tags())
                .containsEntry("v", "1")
                .containsEntry("a", "rsa-sha256")
                .containsEntry("c", "relaxed/relaxed")
                .containsEntry("d", "shop.example")
                .containsEntry("s", "autumn");
        assertThat(received.tags().get("bh")).isEqualTo(received.bodyHash());
        assertThat(received.isSignedBy(KEYS)).isTrue();
        assertThat(received.signedNames()).contains("from", "to", "subject", "date", "message-id");
        var relational = !touchpoint.equals("order-confirmation");
        assertThat(received.signedNames().contains("list-unsubscribe")).isEqualTo(relational);
        assertThat(received.signedNames().contains("list-unsubscribe-post")).isEqualTo(relational);
    }

    @Test
    void theSignatureBreaksWhenAnythingIsChangedOnTheWay() throws Exception {
        var source = sent("cross-sell", signers());

        assertThat(new Received(source.replace("Subject: ", "Subject: Re: ")).isSignedBy(KEYS))
                .isFalse();
        assertThat(new Received(source.replace("List-Unsubscribe=One-Click", "Other")).isSignedBy(KEYS))
                .isFalse();
        assertThat(new Received("From: Mallory <m@evil.example>\r\n" + source).isSignedBy(KEYS))
                .isFalse();
        var changed = new Received(source.replace("Anna", "Anne"));
        assertThat(changed.bodyHash()).isNotEqualTo(changed.tags().get("bh"));
        assertThat(new Received(source).isSignedBy(keys())).isFalse();
    }

    @Test
    void aMailOfADomainWithoutAKeyLeavesUnsigned() throws Exception {
        var signers = new DkimSigners(new DkimSettings(List.of(key("other.example", pem(KEYS)))));

        assertThat(sent("welcome", signers)).doesNotContain("DKIM-Signature");
    }

    @Test
    void aKeyThatIsNoneIsNoticedAtStartUp() {
        assertThatThrownBy(() -> new DkimSigners(new DkimSettings(List.of(key("shop.example", "-----BEGIN RSA")))))
                .hasMessageContaining("shop.example")
                .hasMessageContaining("openssl pkcs8");
    }

    private static DkimSigners signers() {
        return new DkimSigners(new DkimSettings(List.of(key("shop.example", pem(KEYS)))));
    }

    private static DkimSettings.Key key(String domain, String pem) {
        return new DkimSettings.Key(domain, "autumn", new ByteArrayResource(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String sent(String key, DkimSigners signers) throws Exception {
        var touchpoint = new Touchpoints(Readers.FILES).byKey(key);
        var reader = new EmailAddress(UUID.randomUUID() + "@example.org");
        var recipient = new Recipient(reader, "Änne", Locale.GERMAN, ZoneId.of("Europe/Berlin"));
        var claim = new Claim.Granted(
                new MessageKey(7, key, 0),
                UUID.randomUUID(),
                1,
                Readers.everything(),
                Instant.parse("2026-11-22T10:00:00Z"),
                null);
        var properties = new MailProperties();
        properties.setHost("localhost");
        properties.setPort(TestMailServer.GREEN_MAIL.getSmtp().getPort());
        var mails = new PooledMailSender(properties, SETTINGS);
        try {
            var text = Readers.renderer().render(touchpoint, Locale.GERMAN, claim.facts(), lapse -> {});
            var composer = new MailComposer(SETTINGS, new MessageIds(SETTINGS), Readers.shop(), signers);
            mails.send(composer.compose(mails.getSession(), touchpoint, recipient, text, claim));
        } finally {
            mails.destroy();
        }
        return Arrays.stream(TestMailServer.GREEN_MAIL.getReceivedMessagesForDomain(reader.value()))
                .map(MimeMessage.class::cast)
                .map(GreenMailUtil::getWholeMessage)
                .findFirst()
                .orElseThrow();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** A verifier of its own, written from RFC 6376 and not from the signer: it goes line by line. */
    private static final class Received {

        private final List<String> headers = new ArrayList<>();
        private final List<String> body = new ArrayList<>();

        Received(String source) {
            var inBody = false;
            for (var line : source.split("\r?\n", -1)) {
                if (inBody) {
                    body.add(line);
                } else if (line.isEmpty()) {
                    inBody = true;
                } else if (line.startsWith(" ") || line.startsWith("\t")) {
                    headers.set(headers.size() - 1, headers.get(headers.size() - 1) + line);
                } else {
                    headers.add(line);
                }
            }
        }

        Map<String, String> tags() {
            var tags = new HashMap<String, String>();
            for (var tag : value(signature()).split(";")) {
                var parts = tag.split("=", 2);
                tags.put(parts[0].trim(), parts[1].replaceAll("\\s", ""));
            }
            return tags;
        }

        List<String> signedNames() {
            return List.of(tags().get("h").split(":"));
        }

        String bodyHash() throws Exception {
            var lines = new ArrayList<>(
                    body.stream().map(line -> squeezed(line).stripTrailing()).toList());
            while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
                lines.remove(lines.size() - 1);
            }
            var canonical = lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(canonical.getBytes(StandardCharsets.ISO_8859_1)));
        }

        boolean isSignedBy(KeyPair keys) throws Exception {
            var signed = new StringBuilder();
            var left = new ArrayList<>(headers);
            for (var name : signedNames()) {
                for (var at = left.size() - 1; at >= 0; at--) {
                    if (name(left.get(at)).equals(name)) {
                        signed.append(canonical(left.remove(at))).append("\r\n");
                        break;
                    }
                }
            }
            var emptied = signature().replaceAll("(;\\s*b=)[^;]*", "$1");
            signed.append(canonical(emptied));
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(keys.getPublic());
            verifier.update(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
            return verifier.verify(Base64.getDecoder().decode(tags().get("b")));
        }

        private String signature() {
            return headers.stream()
                    .filter(header -> name(header).equals("dkim-signature"))
                    .findFirst()
                    .orElseThrow();
        }

        private static String canonical(String header) {
            return name(header) + ":" + squeezed(value(header)).trim();
        }

        private static String name(String header) {
            return header.substring(0, header.indexOf(':')).trim().toLowerCase(Locale.ROOT);
        }

        private static String value(String header) {
            return header.substring(header.indexOf(':') + 1);
        }

        private static String squeezed(String text) {
            return text.replace('\t', ' ').replaceAll(" {2,}", " ");
        }
    }
}

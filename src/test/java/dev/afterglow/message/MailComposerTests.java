package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTests {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Touchpoints TOUCHPOINTS = new Touchpoints(Readers.FILES);
    private static final MessageSettings SETTINGS = new MessageSettings(
            "orders@shop.example",
            "hello@shop.example",
            "key",
            1,
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            20,
            10);

    private final MailComposer composer = new MailComposer(
            SETTINGS, new MessageIds(SETTINGS), Readers.shop(), new DkimSigners(new DkimSettings(List.of())));

    @Test
    void letsAMailProgramTakeTheReaderOffTheListByButtonOrByMail() throws Exception {
        var mail = mail("cross-sell");

        assertThat(header(mail, "List-Unsubscribe"))
                .isEqualTo("<https://care.shop.example/u/abc>, <mailto:bonjour@shop.example?subject=stop%207>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void namesTheStreamAMailBelongsToAndKeepsReceiptsOutOfEveryList() throws Exception {
        assertThat(header(mail("cross-sell"), "List-Id")).isEqualTo("<promotional.shop.example>");
        assertThat(header(mail("usage-check"), "List-Id")).isEqualTo("<relational.shop.example>");
        assertThat(header(mail("order-confirmation"), "List-Id")).isNull();
        assertThat(header(mail("order-confirmation"), "List-Unsubscribe")).isNull();
        assertThat(header(mail("order-confirmation"), "List-Unsubscribe-Post")).isNull();
    }

    @Test
    void writesReceiptsAndLettersFromDifferentSendersAndIsAnsweredByPeople() throws Exception {
        assertThat(header(mail("order-confirmation"), "From")).contains("orders@shop.example");
        assertThat(header(mail("welcome"), "From")).contains("hello@shop.example");
        for (var touchpoint : TOUCHPOINTS.all()) {
            var mail = mail(touchpoint.key());
            assertThat(header(mail, "Reply-To")).contains("bonjour@shop.example");
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(header(mail, "Feedback-ID"))
                    .isEqualTo(touchpoint.key() + ":" + touchpoint.purpose() + ":afterglow");
        }
    }

    @Test
    void sendsHtmlAndTextOrTextAloneAndTheSameBytesEachTime() throws Exception {
        for (var touchpoint : TOUCHPOINTS.all()) {
            var mail = mail(touchpoint.key());

            if (touchpoint.format() == Format.PLAIN_TEXT) {
                assertThat(mail.isMimeType("text/plain")).isTrue();
            } else {
                var parts = (MimeMultipart) mail.getContent();
                assertThat(parts.getCount()).isEqualTo(2);
                assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
                assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
            }
            assertThat(bytes(mail)).isEqualTo(bytes(mail(touchpoint.key())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: eve@example.org",
                "\nBcc: eve@example.org",
                "\rBcc: eve@example.org",
                "\r\n\r\n<script>",
                "\u0085Bcc: eve@example.org",
                "\u2028Bcc: eve@example.org",
                ", eve@example.org",
                "\" <eve@example.org>, \"",
                "=?utf-8?q?=0D=0ABcc:_eve@example.org?="
            })
    void noWordOfACustomerBecomesAHeaderOrARecipient(String smuggled) throws Exception {
        var touchpoint = TOUCHPOINTS.byKey("usage-check");
        var words = new RenderedMessage("Hello" + smuggled, null, "Hello");

        var sent = new MimeMessage(
                SESSION,
                new ByteArrayInputStream(bytes(composer.compose(
                        SESSION, touchpoint, reader("Anna" + smuggled), words, claim("usage-check")))));

        assertThat(headers(sent)).isEqualTo(headers(mail("usage-check")));
        assertThat(sent.getAllRecipients())
                .extracting(address -> ((InternetAddress) address).getAddress())
                .containsExactly("anna@example.org");
        assertThat(sent.getContent().toString().strip()).isEqualTo("Hello");
    }

    private MimeMessage mail(String key) throws Exception {
        var touchpoint = TOUCHPOINTS.byKey(key);
        var facts = Readers.everything();
        return composer.compose(
                SESSION,
                touchpoint,
                reader("Anna"),
                Readers.renderer().render(touchpoint, Locale.ENGLISH, facts, lapse -> {}),
                claim(key));
    }

    private static Recipient reader(String name) {
        return new Recipient(
                EmailAddress.of("anna@example.org").orElseThrow(), name, Locale.ENGLISH, ZoneId.of("Europe/Paris"));
    }

    private static Claim.Granted claim(String key) {
        var facts = Readers.everything();
        return new Claim.Granted(
                new MessageKey(7, key, 0),
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                1,
                facts,
                Instant.parse("2026-11-22T10:00:00Z"),
                null);
    }

    private static List<String> headers(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(header -> header.getName().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        return mail.getHeader(name, null);
    }

    private static byte[] bytes(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }
}

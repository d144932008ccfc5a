package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.Channel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void signLikeThePublishedExample() {
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        var signature = WebhookSignature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                body,
                settings("https://p.example/m", SECRET).keys());

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://provider.example/in", "http://localhost:8025/in", "http://127.0.0.1/in"})
    void takeASecureAddressOrThisMachine(String url) {
        assertThat(settings(url, SECRET).url()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://provider.example/in,         must begin with https",
        "http://169.254.169.254/latest,      must begin with https",
        "http://localhost.evil.example/in,   must begin with https",
        "file:///etc/passwd,                 must begin with https",
        "https://user:word@provider.example, neither a user",
        "https://provider.example/#part,     neither a user",
    })
    void refuseEveryOtherAddress(String url, String why) {
        assertThatThrownBy(() -> settings(url, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a word", "whsec_AAAA", "whsec_c2hvcnQ=", "whsec_not base64 at all, but rather long"})
    void refuseASecretThatIsNoneAndDoNotRepeatIt(String secret) {
        assertThatThrownBy(() -> settings("https://provider.example/in", secret))
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining(secret);
    }

    @Test
    void askForASecretOnlyWhereThereIsAProvider() {
        assertThatThrownBy(() -> settings("https://provider.example/in", ""))
                .hasMessageContaining("secrets is missing");
        assertThat(settings("", "").url()).isNull();
    }

    @Test
    void leaveMailsToTheMailServer() {
        assertThatThrownBy(() ->
                        new WebhookSettings(null, List.of(), Set.of(Channel.MAIL, Channel.SMS), Duration.ofSeconds(20)))
                .hasMessageContaining("mails leave by spring.mail");
    }

    private static WebhookSettings settings(String url, String secret) {
        return new WebhookSettings(
                URI.create(url), List.of(secret), Set.of(Channel.SMS, Channel.PUSH), Duration.ofSeconds(20));
    }
}

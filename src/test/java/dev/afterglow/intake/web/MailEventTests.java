package dev.afterglow.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.AfterglowTest;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.SoftBounces;
import dev.afterglow.customer.Suppressions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@AfterglowTest
class MailEventTests {

    private static final String SECRET = "a mail provider's secret";

    @Autowired
    Suppressions suppressions;

    @Autowired
    SoftBounces softBounces;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{0}, permanent {1}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "bounce,    true,  gone@mail.example,    BOUNCED",
                "bounce,    false, full@mail.example,    -",
                "bounce,    -,     unclear@mail.example, -",
                "complaint, -,     cross@mail.example,   COMPLAINED",
            })
    void leaveAnAddressAloneForHardBouncesAndComplaints(String type, String permanent, String address, String reason)
            throws Exception {
        var body = "{\"type\":\"%s\",\"permanent\":%s,\"address\":\"%s\",\"messageId\":\"<1@shop.example>\"}"
                .formatted(type, permanent == null ? "null" : permanent, address);

        var answer = controller(SECRET).receive(signed(body, SECRET));

        assertThat(answer.suppressed()).isEqualTo(reason != null);
        assertThat(reasonOf(address)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void leaveAnAddressAloneAfterTheFifthMailThatCameBackForNow() throws Exception {
        var body =
                "{\"type\":\"bounce\",\"permanent\":false,\"address\":\"seldom-empty@mail.example\",\"messageId\":\"<%d@s>\"}";
        for (var mail = 1; mail <= 4; mail++) {
            assertThat(controller(SECRET)
                            .receive(signed(body.formatted(mail), SECRET))
                            .suppressed())
                    .isFalse();
            assertThat(controller(SECRET)
                            .receive(signed(body.formatted(mail), SECRET))
                            .suppressed())
                    .isFalse();
        }

        assertThat(controller(SECRET).receive(signed(body.formatted(5), SECRET)).suppressed())
                .isTrue();
        assertThat(reasonOf("seldom-empty@mail.example")).containsExactly("BOUNCED");
    }

    @Test
    void areBelievedOnlyWithASignature() {
        var body = "{\"type\":\"complaint\",\"address\":\"forged@mail.example\"}";

        assertThatThrownBy(() -> controller(SECRET).receive(signed(body, "another secret")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("401");
        assertThatThrownBy(() -> controller("").receive(signed(body, SECRET)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("503");
        assertThat(reasonOf("forged@mail.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json",
                "{\"type\":\"complaint\"}",
                "{\"type\":\"opened\",\"address\":\"anna@mail.example\"}",
            })
    void areRefusedWithAWordOnWhatIsMissing(String body) {
        assertThatThrownBy(() -> controller(SECRET).receive(signed(body, SECRET)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("400");
    }

    private MailEventController controller(String secret) {
        return new MailEventController(new MailEventSettings(List.of(secret)), suppressions, softBounces, json);
    }

    private List<String> reasonOf(String address) {
        return jdbc.sql("select reason from suppressions where address_hash = :hash")
                .param("hash", suppressions.hash(EmailAddress.of(address).orElseThrow()))
                .query(String.class)
                .list();
    }

    private static MockHttpServletRequest signed(String body, String secret) throws Exception {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var request = new MockHttpServletRequest("POST", "/webhooks/mail-events");
        request.setContent(bytes);
        request.addHeader(MailEventController.SIGNATURE, Base64.getEncoder().encodeToString(mac.doFinal(bytes)));
        return request;
    }
}

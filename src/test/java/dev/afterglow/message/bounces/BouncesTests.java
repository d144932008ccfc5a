package dev.afterglow.message.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.message.bounces.Bounces.Verdict;
import dev.afterglow.order.OrderId;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class BouncesTests {

    private static final Path REPORTS = Path.of("src/test/resources/mails/reports");
    private static final Session SESSION = Session.getInstance(new Properties());

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Bounces bounces;

    @Autowired
    Suppressions suppressions;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "postfix-unknown-user,        SUPPRESSED",
        "postfix-headers-only,        SUPPRESSED",
        "exim-unrouteable,            SUPPRESSED",
        "gmail-no-such-user,          SUPPRESSED",
        "microsoft-365-access-denied, SUPPRESSED",
        "sendmail-host-unknown,       SUPPRESSED",
        "amazon-ses-rewritten-id,     SUPPRESSED",
        "international-address,       SUPPRESSED",
        "exchange-mailbox-full,       NOTED",
        "yahoo-spam-refused,          NOTED",
        "postfix-delayed,             NOTED",
        "postfix-delivered,           NOTED",
        "about-a-foreign-mail,        NOT_OURS",
        "qmail-plain-text,            NO_REPORT",
        "holiday-notice,              NO_REPORT",
    })
    void leaveAnAddressAloneOnlyWhenNothingWillEverReachIt(String report, Verdict verdict) throws Exception {
        var address = report + "@example.org";
        var messageId = mailed(address);

        assertThat(bounces.take(mail(report, messageId))).isEqualTo(verdict);
        assertThat(isSuppressed(address)).isEqualTo(verdict == Verdict.SUPPRESSED);
    }

    @Test
    void areReadFromAMailboxOnce() throws Exception {
        var messageId = mailed("polled@example.org");
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        try {
            var user = server.setUser("bounces@maison-lumen.example", "bounces", "secret");
            user.deliver(mail("holiday-notice", messageId));
            user.deliver(mail("postfix-unknown-user", messageId));
            var settings = new BounceSettings(
                    "127.0.0.1",
                    server.getImap().getPort(),
                    "bounces",
                    "secret",
                    false,
                    "INBOX",
                    Duration.ofMinutes(5));
            var mailbox = new BounceMailbox(settings, bounces);

            assertThat(mailbox.read()).isEqualTo(1);
            assertThat(mailbox.read()).isZero();
        } finally {
            server.stop();
        }
        assertThat(isSuppressed("polled@example.org")).isTrue();
    }

    private String mailed(String address) {
        OrderId order = shop.anOrder().by(address).placed();
        time.advance(Duration.ZERO);
        return jdbc.sql("select message_id from messages where order_id = :order and touchpoint = 'order-confirmation'")
                .param("order", order.value())
                .query(String.class)
                .single();
    }

    private boolean isSuppressed(String address) {
        return jdbc.sql("select count(*) from suppressions where address_hash = :hash and reason = 'BOUNCED'")
                        .param(
                                "hash",
                                suppressions.hash(EmailAddress.of(address).orElseThrow()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static MimeMessage mail(String report, String messageId) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(source(report, messageId)));
    }

    private static byte[] source(String report, String messageId) throws IOException {
        return Files.readString(REPORTS.resolve(report + ".eml"))
                .replace("MESSAGE_ID", messageId)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

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
import java.util.Locale;
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

        assertThat(bounces.take(mail(report, messageId, address))).isEqualTo(verdict);
        assertThat(isSuppressed(address)).isEqualTo(verdict == Verdict.SUPPRESSED);
    }

    @Test
    void areReadFromAMailboxOnce() throws Exception {
        var messageId = mailed("polled@example.org");
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        try {
            var user = server.setUser("bounces@maison-lumen.example", "bounces", "secret");
            user.deliver(mail("holiday-notice", messageId, "polled@example.org"));
            user.deliver(mail("postfix-unknown-user", messageId, "polled@example.org"));
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

    @Test
    void areBelievedOfNobodyButWhomTheMailWasSentTo() throws Exception {
        var messageId = mailed("hers@example.org");

        assertThat(bounces.take(mail("postfix-unknown-user", messageId, "another@example.org")))
                .isEqualTo(Verdict.NOTED);

        assertThat(isSuppressed("hers@example.org")).isFalse();
        assertThat(isSuppressed("another@example.org")).isFalse();
    }

    @Test
    void areBelievedOfAMailThatWasPassedOnToAnotherMailbox() throws Exception {
        var messageId = mailed("addressed@example.org");
        var report = mailOf(Files.readString(REPORTS.resolve("postfix-unknown-user.eml"))
                .replace("MESSAGE_ID", messageId)
                .replace("Original-Recipient: rfc822;anna@", "Original-Recipient: rfc822;addressed@")
                .replace("Final-Recipient: rfc822; anna@", "Final-Recipient: rfc822; passed-on@"));

        assertThat(bounces.take(report)).isEqualTo(Verdict.SUPPRESSED);

        assertThat(isSuppressed("addressed@example.org")).isTrue();
        assertThat(isSuppressed("passed-on@example.org")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Failed (user unknown), SUPPRESSED",
        "delayed,               NOTED",
        "lost,                  NO_REPORT",
        "failedish,             NO_REPORT",
        "'fai\u0000led',       NO_REPORT",
    })
    void areReadForTheFiveActionsThereAre(String action, Verdict verdict) throws Exception {
        var address = verdict.name().toLowerCase(Locale.ROOT) + "@example.org";
        var messageId = mailed(address);
        var report = mailOf(Files.readString(REPORTS.resolve("postfix-unknown-user.eml"))
                .replace("MESSAGE_ID", messageId)
                .replace("anna@example.org", address)
                .replace("Action: failed", "Action: " + action));

        assertThat(bounces.take(report)).isEqualTo(verdict);
    }

    @Test
    void countAFullMailboxOncePerMailAndLeaveItAloneAfterTheFifth() throws Exception {
        for (var mail = 1; mail <= 4; mail++) {
            var messageId = mailed("full@example.org");
            assertThat(bounces.take(mail("exchange-mailbox-full", messageId, "full@example.org")))
                    .isEqualTo(Verdict.NOTED);
            assertThat(bounces.take(mail("exchange-mailbox-full", messageId, "full@example.org")))
                    .isEqualTo(Verdict.NOTED);
        }
        assertThat(isSuppressed("full@example.org")).isFalse();

        var fifth = mailed("full@example.org");
        assertThat(bounces.take(mail("exchange-mailbox-full", fifth, "full@example.org")))
                .isEqualTo(Verdict.SUPPRESSED);
        assertThat(isSuppressed("full@example.org")).isTrue();
    }

    @Test
    void forgetSoftBouncesThatAreOld() throws Exception {
        for (var mail = 1; mail <= 4; mail++) {
            bounces.take(mail("exchange-mailbox-full", mailed("seldom@example.org"), "seldom@example.org"));
        }
        time.advance(Duration.ofDays(31));

        assertThat(bounces.take(mail("exchange-mailbox-full", mailed("seldom@example.org"), "seldom@example.org")))
                .isEqualTo(Verdict.NOTED);
        assertThat(isSuppressed("seldom@example.org")).isFalse();
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

    private static MimeMessage mail(String report, String messageId, String address) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(source(report, messageId, address)));
    }

    private static MimeMessage mailOf(String source) throws Exception {
        return new MimeMessage(
                SESSION, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] source(String report, String messageId, String address) throws IOException {
        return Files.readString(REPORTS.resolve(report + ".eml"))
                .replace("MESSAGE_ID", messageId)
                .replace("anna@example.org", address)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

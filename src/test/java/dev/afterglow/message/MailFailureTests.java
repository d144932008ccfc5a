package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.afterglow.ScriptedMailServer;
import dev.afterglow.message.HandOverFailure.Meaning;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.mail.MailSendException;

/** What every answer means at every stage of the conversation, asked of a real socket. */
class MailFailureTests {

    private ScriptedMailServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedMailServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{1} at {0} means {2}")
    @CsvFileSource(resources = "/smtp-answers.csv", numLinesToSkip = 1)
    void tellsWhatAnAnswerMeans(String stage, String answer, Meaning meaning) throws Exception {
        server.at(stage, answer);
        if (stage.equals("EHLO")) {
            server.at("HELO", answer);
        }

        assertThat(failure(server.port(), Duration.ofSeconds(20)).meaning()).isEqualTo(meaning);
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void keepsTheCustomersAddressOutOfWhatIsSaidAboutIt() throws Exception {
        server.at("RCPT", "451 <anna@example.org> anna@example.org: greylisted");

        var failure = failure(server.port(), Duration.ofSeconds(20));

        assertThat(failure.getMessage()).contains("451", "greylisted");
        assertThat(failure).hasStackTraceContaining("greylisted");
        var told = new StringWriter();
        failure.printStackTrace(new PrintWriter(told));
        assertThat(told.toString()).doesNotContain("anna", "example.org");
    }

    @Test
    void takesAServerThatIsAwayForAClosedChannel() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(failure(free, Duration.ofSeconds(20)).meaning()).isEqualTo(Meaning.CHANNEL_CLOSED);
    }

    @ParameterizedTest(name = "a drip at {0} is cut and means {1}")
    @CsvSource({"CONNECT, CHANNEL_CLOSED", "MAIL, NOT_NOW", "RCPT, NOT_NOW", "DOT, PERHAPS_SENT"})
    void cutsAServerThatDripsAtTheDeadline(String stage, Meaning meaning) throws Exception {
        server.at(stage, ScriptedMailServer.DRIP);
        var start = System.nanoTime();

        var failure = failure(server.port(), Duration.ofSeconds(2));

        assertThat(failure.meaning()).isEqualTo(meaning);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(server.contents()).hasSizeLessThanOrEqualTo(1);
    }

    private static MailFailure failure(int port, Duration deadline) throws Exception {
        var properties = new MailProperties();
        properties.setHost("127.0.0.1");
        properties.setPort(port);
        var settings = new MessageSettings(
                "a@example.org", "b@example.org", "key", 1, deadline, Duration.ofMinutes(2), 20, 10);
        var sender = new PooledMailSender(properties, settings);
        try {
            var thrown = catchThrowableOfType(MailSendException.class, () -> sender.send(mail(sender.getSession())));
            return (MailFailure) thrown.getMessageExceptions()[0];
        } finally {
            sender.destroy();
        }
    }

    private static MimeMessage mail(Session session) throws MessagingException {
        var mail = new IdentifiedMail(session, "<1@example.org>", null);
        mail.setFrom(new InternetAddress("shop@example.org"));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress("anna@example.org"));
        mail.setSubject("Hello");
        mail.setText("Hello Anna");
        mail.saveChanges();
        return mail;
    }
}

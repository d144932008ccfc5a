package dev.afterglow.message.bounces;

import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Mails in the mailbox of delivery reports, which anybody can write to. */
public final class BounceFuzz implements FuzzedParser {

    private static final Session SESSION = Session.getInstance(new Properties());

    @Override
    public void read(byte[] input) {
        try {
            Sound.check(DeliveryReport.of(new MimeMessage(SESSION, new ByteArrayInputStream(input))));
        } catch (MessagingException | IOException e) {
            // Passed over; the next mail is read.
        }
    }

    @Override
    public List<byte[]> seeds() {
        try (var reports = Files.list(Path.of("src/test/resources/mails/reports"))) {
            return reports.sorted()
                    .map(report -> FuzzedParser.seed(
                            'X', "mails/reports/" + report.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

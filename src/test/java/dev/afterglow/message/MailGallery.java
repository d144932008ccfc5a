package dev.afterglow.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every message in every variant and language to {@code target/mails}, to be looked at. */
final class MailGallery {

    private MailGallery() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        for (var sample : MailSamples.all()) {
            var mail = sample.mail();
            Files.writeString(
                    folder.resolve(sample.name() + ".txt"), "Subject: " + mail.subject() + "\n\n" + mail.text());
            if (mail.html() != null) {
                Files.writeString(folder.resolve(sample.name() + ".html"), mail.html());
            }
        }
    }
}

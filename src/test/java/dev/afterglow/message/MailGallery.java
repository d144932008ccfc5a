package dev.afterglow.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes every message in every language to {@code target/mails}, to be looked at. */
final class MailGallery {

    private MailGallery() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        for (var touchpoint : new Touchpoints(Readers.FILES).all()) {
            for (var language : List.of("en", "fr", "de")) {
                write(folder, touchpoint, language, "", Readers.everything());
                write(folder, touchpoint, language, "-bare", Readers.hardlyAnything());
            }
        }
    }

    private static void write(Path folder, Touchpoint touchpoint, String language, String suffix, MessageFacts facts)
            throws IOException {
        var message = Readers.renderer().render(touchpoint, new Locale(language), facts);
        var name = touchpoint.key() + "-" + language + suffix;
        Files.writeString(folder.resolve(name + ".txt"), "Subject: " + message.subject() + "\n\n" + message.text());
        if (message.html() != null) {
            Files.writeString(folder.resolve(name + ".html"), message.html());
        }
    }
}

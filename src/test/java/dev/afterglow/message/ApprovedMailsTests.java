package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.ApprovedMails.Mail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovedMailsTests {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void sayWhatSomebodyHasApproved(Mail mail) throws IOException {
        assertThat(mail.words())
                .as("If you meant the change, run ApprovedMails and read what it writes.")
                .isEqualTo(Files.readString(mail.file()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void areWhole(Mail mail) {
        var message = mail.render();

        assertThat(message.text() + message.subject()).doesNotContain("{", "}", "??", "null");
        if (message.html() != null) {
            assertThat(message.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
            assertThat(ADDRESS.matcher(message.html()).results().map(match -> match.group(1)))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("https://") || address.startsWith("mailto:"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void sayInAVariantWhatThePlainOneDoesNot(Mail mail) {
        if (mail.variant() != null) {
            assertThat(mail.words()).isNotEqualTo(new Mail(mail.touchpoint(), null, mail.language()).words());
        }
    }

    @Test
    void areAllThatIsApproved() throws IOException {
        try (var files = Files.list(ApprovedMails.FOLDER)) {
            assertThat(files.collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(
                            mails().stream().map(Mail::file).toList());
        }
    }

    static List<Mail> mails() {
        return ApprovedMails.all();
    }
}

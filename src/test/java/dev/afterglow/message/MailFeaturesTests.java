package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.MailSamples.Sample;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails hold to the HTML and CSS that mail programs follow. */
class MailFeaturesTests {

    @ParameterizedTest
    @MethodSource("mails")
    void areOnTheListOfWhatMailProgramsFollow(Sample sample) throws IOException {
        assertThat(MailFeatures.allowed().refusedIn(sample.html()))
                .as("Not in src/test/resources/mails/allowed.txt; look it up at caniemail.com before you add it.")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void canBeReadInTheLightInTheDarkAndInverted(Sample sample) {
        assertThat(Contrast.of(sample.html())).matches(Contrast::isEnough);
    }

    @Test
    void areAllThatTheListAllows() throws IOException {
        var used = mails().stream()
                .flatMap(sample -> MailFeatures.namesIn(sample.html()).stream())
                .collect(Collectors.toSet());

        assertThat(MailFeatures.allowed().all()).allMatch(used::contains, "is used by a mail");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<video src=\"x\"></video>                                  | video",
                "<td style=\"display:flex\"></td>                           | property display = flex",
                "<td style=\"position:absolute\"></td>                      | property position = absolute",
                "<p style=\"color:rgba(0,0,0,.5)\"></p>                     | property color = rgba(0,0,0,.5)",
                "<p style=\"margin:-4px 0\"></p>                            | property margin = -4px 0",
                "<a onclick=\"x\"></a>                                      | a onclick",
                "<style>@import url(x) {}</style>                           | import url(x)",
                "<style>@media (hover: hover) { .a { color: #111111; } }</style> | media (hover: hover)",
                "<style>.a > p { color: #111111; }</style>                  | selector .class > element",
            })
    void wouldBeFoundWithAnythingElse(String html, String found) throws IOException {
        assertThat(MailFeatures.allowed().refusedIn(html)).contains(found);
    }

    static List<Sample> mails() {
        return MailSamples.visual();
    }
}

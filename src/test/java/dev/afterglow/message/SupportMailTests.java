package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.MessageFacts.Matter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportMailTests {

    @ParameterizedTest
    @CsvSource({
        "support-answer,   SOLVED",
        "repair-arranged,  REPAIR_ARRANGED",
        "warranty-decided, WARRANTY_ACCEPTED",
        "warranty-decided, WARRANTY_REFUSED",
    })
    void passesOnTheWordsOfAPersonAsTextWithTheirParagraphs(String touchpoint, String outcome) {
        for (var language : List.of("en", "fr", "de")) {
            var mail = write(touchpoint, language, "First <b>words</b>.\n\nSecond words.", outcome);

            assertThat(mail.html())
                    .contains(">First &lt;b&gt;words&lt;/b&gt;.</p>", ">Second words.</p>", "C17")
                    .doesNotContain("<b>words</b>");
            assertThat(mail.text()).contains("First <b>words</b>.\n\nSecond words.", "C17");
        }
    }

    @Test
    void tellsWhetherTheWarrantyCoversIt() {
        var accepted = write("warranty-decided", "en", "Because.", "WARRANTY_ACCEPTED");
        var refused = write("warranty-decided", "en", "Because.", "WARRANTY_REFUSED");

        assertThat(accepted.text()).contains("your warranty covers it").doesNotContain("rights that the law");
        assertThat(refused.text()).contains("does not cover it", "rights that the law gives you");
    }

    @Test
    void tellsOfASearchNobodyAskedFor() {
        assertThat(write("support-received", "en", null, "PARCEL_SEARCH").text())
                .contains("we are looking for it");
        assertThat(write("support-received", "en", null, "QUESTION").text()).contains("Your message has reached us");
    }

    private static RenderedMessage write(String touchpoint, String language, String words, String choice) {
        var all = Readers.everything();
        var facts = new MessageFacts(
                all.firstName(),
                all.order(),
                all.product(),
                all.suggestions(),
                null,
                new Matter("C17", words, null, null, null, choice, List.of()),
                all.links());
        return Readers.renderer().render(new Touchpoints(Readers.FILES).byKey(touchpoint), new Locale(language), facts);
    }
}

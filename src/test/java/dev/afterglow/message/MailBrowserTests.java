package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.afterglow.Chromium;
import dev.afterglow.message.MailSamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Mails as people see them who read on a small phone, in the dark, or with a screen reader; without pictures, whose place
 * is taken by what is written for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTests {

    private static final int NARROWEST = 320;
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The rules whose answer depends on what is written. */
    private static final List<String> OF_THE_WORDS = List.of(
            "html-has-lang",
            "html-lang-valid",
            "valid-lang",
            "document-title",
            "link-name",
            "image-alt",
            "target-size");

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.orSkip("mails are not looked at");
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void fitTheNarrowestPhoneAndCanBeReadByEverybodyInTheLightAndInTheDark() {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(NARROWEST, 640))
                .newPage();
        var found = new ArrayList<String>();
        for (var sample : MailSamples.visual()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setContent(sample.html());
            var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (width > NARROWEST) {
                found.add(sample + " needs " + width + " px");
            }
            if (isWhole(sample)) {
                barriers(page, axe -> rules(axe, sample)).forEach(barrier -> found.add(sample + ": " + barrier));
            }
            if (isWhole(sample) && isEnglish(sample)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                barriers(page, axe -> axe.withRules(List.of("color-contrast")))
                        .forEach(barrier -> found.add(sample + " in the dark: " + barrier));
            }
        }
        page.context().close();
        assertThat(found).isEmpty();
    }

    /** Structure and colours are one template's in all languages; names and room are not. At night only colours change. */
    private static AxeBuilder rules(AxeBuilder axe, Sample sample) {
        return isEnglish(sample) ? axe.withTags(WCAG_22_AA) : axe.withRules(OF_THE_WORDS);
    }

    /** A mail has no frames, so that one look at the page is enough. */
    private static List<String> barriers(Page page, UnaryOperator<AxeBuilder> rules) {
        return rules.apply(new AxeBuilder(page).setLegacyMode(true)).analyze().getViolations().stream()
                .map(violation ->
                        violation.getHelp() + " " + violation.getNodes().get(0).getHtml())
                .toList();
    }

    /** What is left out of the bare ones is not there to be stumbled over. */
    private static boolean isWhole(Sample sample) {
        return !sample.name().endsWith("-bare");
    }

    private static boolean isEnglish(Sample sample) {
        return sample.language().equals("en");
    }
}

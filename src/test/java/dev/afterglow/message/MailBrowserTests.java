package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.afterglow.Chromium;
import dev.afterglow.message.MailSamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails as people see them who read on a small phone, in the dark, without pictures, or with a screen reader. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTests {

    private static final int NARROWEST = 320;
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

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
    void canBeReadByEverybodyInTheLight() {
        assertThat(barriers(ColorScheme.LIGHT, MailBrowserTests::isWorthALook, axe -> axe.withTags(WCAG_22_AA)))
                .isEmpty();
    }

    /** Only the colours change at night, and they are the same in every language. */
    @Test
    void canBeReadByEverybodyInTheDark() {
        assertThat(barriers(
                        ColorScheme.DARK, MailBrowserTests::isEnglish, axe -> axe.withRules(List.of("color-contrast"))))
                .isEmpty();
    }

    @Test
    void fitTheNarrowestPhone() {
        var page = page(ColorScheme.LIGHT);
        var tooWide = new ArrayList<String>();
        for (var sample : MailSamples.visual()) {
            page.setContent(sample.html());
            var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (width > NARROWEST) {
                tooWide.add(sample + " needs " + width + " px");
            }
        }
        page.context().close();
        assertThat(tooWide).isEmpty();
    }

    private List<String> barriers(ColorScheme scheme, Predicate<Sample> worthALook, UnaryOperator<AxeBuilder> rules) {
        var page = page(scheme);
        var found = new ArrayList<String>();
        for (var sample : MailSamples.visual()) {
            if (worthALook.test(sample)) {
                page.setContent(sample.html());
                rules.apply(new AxeBuilder(page))
                        .analyze()
                        .getViolations()
                        .forEach(violation -> found.add(sample + ": " + violation.getHelp() + " "
                                + violation.getNodes().get(0).getHtml()));
            }
        }
        page.context().close();
        return found;
    }

    /** What is left out of the bare ones is not there to be stumbled over. */
    private static boolean isWorthALook(Sample sample) {
        return !sample.name().endsWith("-bare");
    }

    private static boolean isEnglish(Sample sample) {
        return isWorthALook(sample) && sample.language().equals("en");
    }

    /** Pictures are not loaded: their place is taken by what is written for them. */
    private Page page(ColorScheme scheme) {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(NARROWEST, 640)
                        .setColorScheme(scheme))
                .newPage();
        page.route("**/*", Route::abort);
        return page;
    }
}

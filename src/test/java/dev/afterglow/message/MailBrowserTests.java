package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.afterglow.message.MailSamples.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails as people see them who read on a small phone, in the dark, without pictures, or with a screen reader. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int NARROWEST = 320;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void openTheBrowser() {
        if (!Files.isExecutable(CHROMIUM)) {
            System.out.println("Skipped: mails are not looked at in a browser, there is no " + CHROMIUM);
        }
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "There is no " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    @AfterAll
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void canBeReadByEverybodyInTheLight() {
        assertThat(barriers(ColorScheme.LIGHT)).isEmpty();
    }

    @Test
    void canBeReadByEverybodyInTheDark() {
        assertThat(barriers(ColorScheme.DARK)).isEmpty();
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

    /** By the rules of axe, for WCAG 2.2 AA. */
    private List<String> barriers(ColorScheme scheme) {
        var page = page(scheme);
        var found = new ArrayList<String>();
        for (var sample : MailSamples.visual()) {
            if (isWorthALook(sample)) {
                page.setContent(sample.html());
                new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
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

    /** Pictures are not loaded: their place is taken by what is written for them. */
    private Page page(ColorScheme scheme) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(NARROWEST, 640)
                        .setColorScheme(scheme))
                .newPage();
        page.route("**/*", Route::abort);
        return page;
    }
}

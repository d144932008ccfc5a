package dev.afterglow;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The real browser of this machine; tests that need one are skipped where there is none, and say so. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** Only this machine is found; a route that refused the others would switch off the browser's cache. */
    private static final String NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", NOBODY_ELSE)));
    }

    /** Opens it, or skips the test. */
    public static Chromium orSkip(String whatIsNotTried) {
        var there = Files.isExecutable(PROGRAM);
        if (!there) {
            System.out.println("Skipped: " + whatIsNotTried + " in a browser, there is no " + PROGRAM);
        }
        Assumptions.assumeTrue(there, "There is no " + PROGRAM);
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** The browser itself. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}

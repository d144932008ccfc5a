package dev.afterglow.journey.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.afterglow.Chromium;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person sees in a real browser; where there is none, the other tests still hold the server to it. */
@RunningShop
class OneLoginTests {

    @LocalServerPort
    int port;

    private interface Visit {
        void with(Page page);
    }

    private void visit(int width, Visit visit) {
        try (var chromium = Chromium.orSkip("the one login is not tried")) {
            var page = chromium.browser().newPage();
            page.setViewportSize(width, 800);
            visit.with(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void loggingOutInAnApplicationLeadsBackToTheOneLogin(String application) {
        visit(1400, page -> {
            page.navigate("http://localhost:" + port + "/camunda/app/" + application + "/default/");
            assertThat(page).hasURL(Pattern.compile(".*/login$"));
            page.fill("#username", "incamundaadmin");
            page.fill("#password", Staff.PASSWORD);
            page.click("button[type=submit]");
            assertThat(page).hasURL(Pattern.compile(".*/camunda/app/" + application + "/default/.*"));

            page.click(".account .dropdown-toggle");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/one-login-" + application + ".png")));
            page.click(".account .logout a");
            assertThat(page).hasURL(Pattern.compile(".*/login$"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/audit"})
    void whatOperatorsLookAtFitsAPhoneAndADesk(String path) {
        for (var width : new int[] {320, 1280}) {
            visit(width, page -> {
                page.navigate("http://localhost:" + port + "/login");
                page.fill("#username", "inoperators");
                page.fill("#password", Staff.PASSWORD);
                page.click("button[type=submit]");
                assertThat(page).hasURL(Pattern.compile(".*/home$"));
                page.navigate("http://localhost:" + port + path);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/operators" + path.replace('/', '-') + "-" + width + ".png")));
                var wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
                org.assertj.core.api.Assertions.assertThat(wide).isEqualTo(false);
            });
        }
    }

    @Test
    void theLoginFitsAPhone() {
        visit(320, page -> {
            page.navigate("http://localhost:" + port + "/login?error");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/login-phone.png")));
            assertThat(page.locator("button[type=submit]")).isInViewport();
            var wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
            org.assertj.core.api.Assertions.assertThat(wide).isEqualTo(false);
        });
    }
}

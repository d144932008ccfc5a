package dev.afterglow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.afterglow.AfterglowTest;
import dev.afterglow.Chromium;
import dev.afterglow.TestShop;
import dev.afterglow.feedback.Answers;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.order.SignedLinks;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Customers with a real browser, on a small phone and without JavaScript. */
@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalBrowserTests {

    private static final Path GALLERY = Path.of("target/portal-gallery");
    private static final int SMALL = 320;
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Autowired
    PortalShop shop;

    @Autowired
    SignedLinks links;

    @Autowired
    TimeMachine time;

    @Autowired
    Returns returns;

    @Autowired
    Answers answers;

    @Autowired
    SupportDesk support;

    @Autowired
    Orders orders;

    @Autowired
    TestShop mails;

    @LocalServerPort
    int port;

    Chromium chromium;
    Browser browser;

    @BeforeAll
    void openTheBrowser() {
        chromium = Chromium.orSkip("the customers' pages are not tried");
        browser = chromium.browser();
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void returnsOneOfThreeThingsForStoreCreditOnAPhone() {
        var order = shop.delivered(Locale.ENGLISH);
        var page = phone().newPage();

        open(page, shop.path(order, LinkPurpose.ORDER, ""));
        link(page, "Return or exchange").click();
        page.getByLabel("Wool rug").selectOption("1");
        button(page, "Next").click();
        page.getByLabel("I do not need it after all").check();
        button(page, "Next").click();
        assertThat(page.content()).contains("€129.00").contains("The way back costs");
        page.getByLabel("Store credit").check();
        button(page, "Ask for the return").click();

        assertThat(page.url()).contains("/r/");
        var asked = returns.of(order);
        assertThat(asked).singleElement().satisfies(it -> {
            assertThat(it.resolution()).isEqualTo(Resolution.STORE_CREDIT);
            assertThat(it.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.sku()).isEqualTo("P-RUG"));
            assertThat(page.content()).contains(it.number());
        });
        page.context().close();
        time.advance(Duration.ofSeconds(1));
        assertThat(mail(order, "return-instructions"))
                .contains(asked.get(0).number(), "/r/")
                .contains("Wool rug");
    }

    @Test
    void withdrawsFromAnotherOrderInTwoSteps() {
        var order = shop.delivered(Locale.FRENCH);
        var page = phone().newPage();

        open(page, shop.path(order, LinkPurpose.ORDER, ""));
        link(page, "Renoncer au contrat ici").click();
        assertThat(page.getByLabel("Votre nom").inputValue()).isEqualTo("Petra Portal");
        button(page, "Confirmer la rétractation").click();

        assertThat(returns.withdrawalOf(order)).hasValueSatisfying(withdrawal -> {
            assertThat(page.content()).contains(withdrawal.contentHash());
        });
        page.context().close();
        time.advance(Duration.ofSeconds(1));
        assertThat(mail(order, "withdrawal-receipt"))
                .contains(returns.withdrawalOf(order).orElseThrow().contentHash(), "Petra Portal");
        time.advance(Duration.ofDays(31));
        assertThat(mails.touchpointsMailed(order)).doesNotContain("cross-sell", "usage-check", "reactivation");
    }

    @Test
    void givesAThreeFromTheMailAndConfirmsItOnThePage() {
        var order = shop.delivered(Locale.GERMAN);
        var page = phone().newPage();

        open(page, shop.path(order, LinkPurpose.ANSWER, "/score?score=3"));
        assertThat(answers.npsOf(order)).isEmpty();
        assertThat(page.getByLabel("3", new Page.GetByLabelOptions().setExact(true))
                        .isChecked())
                .isTrue();
        page.getByLabel("Was ist der wichtigste Grund").fill("Der Schirm war verbeult.");
        button(page, "Senden").click();

        assertThat(answers.npsOf(order)).contains(3);
        page.context().close();
        time.advance(Duration.ofSeconds(1));
        assertThat(answers.isBeingCaredFor(orders.byId(order).orElseThrow().customer()))
                .isTrue();
    }

    /** Also a look, not an assertion: every page as a picture under target/portal-gallery. */
    @Test
    void everyPageIsAccessibleFitsEveryScreenAndAsksNobodyElse() {
        var strangers = new ArrayList<String>();
        var findings = new ArrayList<String>();
        var context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        context.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port)
                    && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
        var page = context.newPage();
        everyPage().forEach((name, path) -> {
            lookIn(page, ColorScheme.LIGHT, SMALL);
            open(page, path);
            barriers(page, axe -> axe.withTags(WCAG_22_AA)).forEach(barrier -> findings.add(name + ": " + barrier));
            reportWidth(page, name, findings);
            photograph(page, name, findings);
            lookIn(page, ColorScheme.DARK, SMALL);
            barriers(page, axe -> axe.withRules(List.of("color-contrast")))
                    .forEach(barrier -> findings.add(name + " in the dark: " + barrier));
            enlarge(page, name, findings);
        });
        context.close();

        assertThat(findings).isEmpty();
        assertThat(strangers).isEmpty();
        assertThat(GALLERY).isDirectoryContaining("glob:**/order-360-dark.png");
    }

    /** The pages have no frames, so that one look at each is enough. */
    private static List<String> barriers(Page page, UnaryOperator<AxeBuilder> rules) {
        return rules.apply(new AxeBuilder(page).setLegacyMode(true)).analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .toList();
    }

    private static void photograph(Page page, String name, List<String> findings) {
        for (var width : List.of(360, 1280)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                lookIn(page, scheme, width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(GALLERY.resolve("%s-%d-%s.png"
                                .formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)))));
            }
            reportWidth(page, name + " at " + width + " px", findings);
        }
    }

    /** WCAG 1.4.10 and 1.4.4: twice and four times its size on a desktop, and twice the text alone on a tablet. */
    private static void enlarge(Page page, String name, List<String> findings) {
        for (var zoom : List.of(4, 2)) {
            page.setViewportSize(1280 / zoom, 1024 / zoom);
            reportWidth(page, name + " at " + zoom * 100 + " %", findings);
        }
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        reportWidth(page, name + " with text at 200 %", findings);
    }

    private static void lookIn(Page page, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 740);
    }

    private static void reportWidth(Page page, String what, List<String> findings) {
        var wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        var room = (Integer) page.evaluate("document.documentElement.clientWidth");
        if (wide > room) {
            findings.add(what + ": " + wide + " px wide where " + room + " are seen");
        }
    }

    private Map<String, String> everyPage() {
        var order = shop.delivered(Locale.ENGLISH);
        var moving = shop.threeThings(Locale.ENGLISH);
        shop.report(moving, ShipmentState.IN_TRANSIT);
        shop.report(moving, ShipmentState.DELAYED);
        var given = returned(order);
        var withdrawn = shop.delivered(Locale.ENGLISH);
        returns.withdraw(withdrawn, "Petra Portal", "petra@example.org");
        time.advance(Duration.ofSeconds(1));
        var number = returns.of(withdrawn).get(0).number();
        var asked = support.open(order, Topic.QUESTION, "Which bulb fits?\nThe old one has a narrow thread.", "P-LAMP");
        var expired = "/o/" + links.token(order, LinkPurpose.ORDER, time.now().minus(Duration.ofDays(100)));
        var pages = new LinkedHashMap<String, String>();
        pages.put("order", shop.path(order, LinkPurpose.ORDER, ""));
        pages.put("order-moving", shop.path(moving, LinkPurpose.ORDER, ""));
        pages.put("order-german", shop.path(order, LinkPurpose.ORDER, "?lang=de"));
        pages.put("care", shop.path(order, LinkPurpose.ORDER, "/care"));
        pages.put("return-1", shop.path(moving, LinkPurpose.ORDER, "/return"));
        pages.put("return-1-missing", shop.path(moving, LinkPurpose.ORDER, "/return/reason"));
        pages.put("return-2", shop.path(moving, LinkPurpose.ORDER, "/return/reason?q1=1&q2=2"));
        pages.put("return-3", shop.path(moving, LinkPurpose.ORDER, "/return/solution?q1=1&q2=2&reason=UNWANTED"));
        pages.put("return-status", given);
        pages.put("return-label", shop.path(withdrawn, LinkPurpose.RETURN, "/label?rma=" + number));
        pages.put("withdraw", shop.path(moving, LinkPurpose.ORDER, "/withdraw"));
        pages.put("withdrawn", shop.path(withdrawn, LinkPurpose.ORDER, "/withdraw"));
        pages.put("help", shop.path(order, LinkPurpose.ORDER, "/help"));
        pages.put("case", shop.path(order, LinkPurpose.ORDER, "/case?id=" + asked + "&opened"));
        pages.put("answer", shop.path(order, LinkPurpose.ANSWER, ""));
        pages.put("answer-chosen", shop.path(order, LinkPurpose.ANSWER, "?say=not-yet"));
        pages.put("thanks", shop.path(order, LinkPurpose.ANSWER, "/thanks"));
        pages.put("score", shop.path(order, LinkPurpose.ANSWER, "/score?score=3"));
        pages.put("review", shop.path(order, LinkPurpose.ANSWER, "/review"));
        pages.put("preferences", shop.path(order, LinkPurpose.PREFERENCES, ""));
        pages.put("unsubscribe", shop.path(order, LinkPurpose.UNSUBSCRIBE, ""));
        pages.put("unsubscribed", shop.path(order, LinkPurpose.UNSUBSCRIBE, "?done"));
        pages.put("closed", "/o/v1.test.nothing.nothing");
        pages.put("expired", expired);
        return pages;
    }

    private String returned(OrderId order) {
        var page = phone().newPage();
        open(page, shop.path(order, LinkPurpose.ORDER, "/return/solution?q2=2&reason=COLOR"));
        page.getByLabel("Store credit").check();
        button(page, "Ask for the return").click();
        time.advance(Duration.ofSeconds(1));
        var url = page.url();
        page.context().close();
        return url.substring(url.indexOf("/r/"));
    }

    /** The text of the latest such mail in the customer's mailbox. */
    private String mail(OrderId order, String touchpoint) {
        var sent = mails.mailsOf(order).get(mails.touchpointsMailed(order).lastIndexOf(touchpoint));
        try {
            var text = sent.getContent();
            while (text instanceof Multipart parts) {
                text = parts.getBodyPart(0).getContent();
            }
            return String.valueOf(text);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private BrowserContext phone() {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setJavaScriptEnabled(false)
                .setLocale("en-GB"));
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}

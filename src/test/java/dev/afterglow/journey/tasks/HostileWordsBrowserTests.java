package dev.afterglow.journey.tasks;

import static dev.afterglow.journey.tasks.HostileShop.ALL;
import static dev.afterglow.journey.tasks.HostileShop.SCRIPTS;
import static dev.afterglow.journey.tasks.HostileShop.some;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import dev.afterglow.AfterglowTest;
import dev.afterglow.Chromium;
import dev.afterglow.TestAgents;
import dev.afterglow.TestShop;
import dev.afterglow.journey.People;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.SignedLinks;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sixty scripts in everything customers and shops write, looked at with a real browser wherever people read it. Each
 * would call {@code owned} with its number.
 */
@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWordsBrowserTests {

    private static final String PASSWORD = "a quiet morning of work";

    /** Milliseconds in which a script would have run. */
    private static final int GLANCE = 25;

    /** Elements that hold a script ready to run, perhaps at a click. */
    private static final String ARMED = """
            () => [...document.querySelectorAll('*')].filter(it =>
                (it.tagName === 'SCRIPT' && it.type !== 'application/ld+json' && it.textContent.includes('owned('))
                || [...it.attributes].some(a => a.value.includes('owned(')
                    && (/^(on|ng-|srcdoc)/i.test(a.name) || /^\\s*javascript:/i.test(a.value))))
              .map(it => location.pathname + ': ' + it.outerHTML.slice(0, 200))""";

    @Autowired
    TestShop mails;

    @Autowired
    TimeMachine time;

    @Autowired
    Orders orders;

    @Autowired
    SignedLinks links;

    @Autowired
    Returns returns;

    @Autowired
    SupportDesk desk;

    @Autowired
    People people;

    @Autowired
    TestAgents agents;

    @Autowired
    RuntimeService engine;

    @LocalServerPort
    int port;

    final Set<String> executed = Collections.synchronizedSet(new TreeSet<>());
    final Set<String> armed = new TreeSet<>();
    List<Order> bought = List.of();
    Chromium chromium;
    BrowserContext anybody;
    HostileShop shop;

    @BeforeAll
    void writeThemEverywhere() {
        chromium = Chromium.orSkip("scripts in customers' words are not tried");
        anybody = watched(chromium.browser().newContext(), executed);
        shop = new HostileShop(anybody.request(), origin(), orders, links);
        people.add("hostileagent", "Agent", "of all", PASSWORD, List.of("support", "returns", "care", "supervisors"));
        people.add("hostileoperator", "Operator", "of all", PASSWORD, List.of("operators"));
        bought = shop.place(time.now());
        due();
        for (var nth = 0; nth < 20; nth++) {
            say(
                    nth,
                    LinkPurpose.ANSWER,
                    "/review",
                    Map.of(
                            "sku",
                            SCRIPTS.get(2 * nth),
                            "stars",
                            "4",
                            "title",
                            three(nth),
                            "text",
                            ALL,
                            "publish",
                            "true",
                            "name",
                            "true"));
        }
        for (var nth = 20; nth < 30; nth++) {
            say(nth, LinkPurpose.ORDER, "/help", Map.of("topic", "question", "words", ALL));
        }
        say(0, LinkPurpose.ORDER, "/help", Map.of("topic", "repair", "words", ALL));
        say(1, LinkPurpose.ORDER, "/help", Map.of("topic", "warranty", "words", ALL));
        say(2, LinkPurpose.ANSWER, "/score", Map.of("score", "2", "words", ALL));
        say(3, LinkPurpose.ANSWER, "", Map.of("say", "problem", "words", ALL));
        for (var half = 0; half < 2; half++) {
            say(
                    24 + half,
                    LinkPurpose.ORDER,
                    "/return",
                    Map.of(
                            "q0",
                            "1",
                            "reason",
                            "WARRANTY",
                            "resolution",
                            half == 0 ? "EXCHANGE" : "REFUND",
                            "wish",
                            some(5 * half, 5),
                            "note",
                            half(half)));
        }
        say(26, LinkPurpose.ORDER, "/withdraw", Map.of("name", some(26, 3), "email", "mallory@example.org"));
        due();
    }

    @AfterEach
    void nothingHappened() {
        assertThat(executed).as("scripts that ran").isEmpty();
        assertThat(armed).as("elements that would run one").isEmpty();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theyWouldRunOnAPageThatTrustsItsReaders() {
        var here = Collections.synchronizedSet(new TreeSet<String>());
        var page = watched(chromium.browser().newContext(), here).newPage();
        for (var script : SCRIPTS) {
            page.setContent("<p>" + script, new Page.SetContentOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            page.waitForTimeout(GLANCE);
        }
        page.context().close();

        assertThat(SCRIPTS).hasSize(60).allMatch(script -> script.contains("wned("));
        assertThat(here).hasSizeGreaterThan(30);
    }

    @Test
    void noneRunsInAnyFormOfTheTasklist() {
        var page = loggedIn("hostileagent", "Tasks");
        page.locator(".task-filter").first().waitFor();
        for (var group : List.of("support", "care", "supervisors")) {
            page.mouse().move(0, 0); // away from the last filter, whose explanation covers the next
            page.locator(".task-filter h4 a").getByText("My group: " + group).click();
            look(page);
        }
        for (var nth = 0; nth < 20; nth++) {
            open(page, nth, "userTask_moderateReview");
        }
        for (var nth = 20; nth < 30; nth++) {
            open(page, nth, "userTask_answerCustomer");
        }
        open(page, 0, "userTask_arrangeRepair");
        open(page, 1, "userTask_decideWarrantyClaim");
        open(page, 2, "userTask_callBack");
        for (var half = 0; half < 2; half++) {
            open(page, 24 + half, "userTask_reviewReturn");
            done(24 + half, "userTask_reviewReturn", Map.of("decision", "approve", "customerWords", half(half)));
            open(page, 24 + half, "userTask_receiveParcel");
            done(24 + half, "userTask_receiveParcel", Map.of());
            open(page, 24 + half, "userTask_inspectReturnedGoods");
            done(
                    24 + half,
                    "userTask_inspectReturnedGoods",
                    Map.of("finding", "deviation", "findingWords", half(half)));
            open(page, 24 + half, "userTask_decideOnDeviation");
            done(24 + half, "userTask_decideOnDeviation", Map.of("grantedAmount", "10", "customerWords", half(half)));
            open(page, 24 + half, half == 0 ? "userTask_placeExchangeOrder" : "userTask_payRefund");
        }
        open(page, 26, "userTask_receiveWithdrawnGoods");
        done(26, "userTask_receiveWithdrawnGoods", Map.of());
        open(page, 26, "userTask_payWithdrawalRefund");
        time.advance(Duration.ofDays(5));
        open(page, 20, "userTask_lookIntoOverdueCase");
        page.context().close();
    }

    @Test
    void noneRunsInCockpitOrOnThePagesOfTheShop() {
        var page = loggedIn("hostileoperator", "Cockpit");
        for (var nth : List.of(0, 2, 20, 24, 26)) {
            engine.createProcessInstanceQuery()
                    .processInstanceBusinessKey(order(nth).id().toString())
                    .list()
                    .forEach(instance -> {
                        page.navigate(origin() + "/camunda/app/cockpit/default/#/process-instance/" + instance.getId()
                                + "/runtime?tab=variables-tab");
                        page.getByText("Variables").first().waitFor();
                        look(page);
                    });
        }
        visit(page, origin() + "/orders");
        bought.forEach(order -> visit(page, origin() + "/orders/" + order.number()));
        page.context().close();
    }

    @Test
    void noneRunsOnTheCustomersPages() {
        var page = anybody.newPage();
        bought.forEach(order -> visit(page, customersPage(order, LinkPurpose.ORDER, "")));
        for (var nth : List.of(0, 2, 20, 24, 25, 26)) {
            var order = order(nth);
            for (var path : List.of("/care", "/help", "/return", "/return/solution?q0=1&reason=OTHER", "/withdraw")) {
                visit(page, customersPage(order, LinkPurpose.ORDER, path));
            }
            desk.of(order.id())
                    .forEach(it -> visit(page, customersPage(order, LinkPurpose.ORDER, "/case?id=" + it.id())));
            for (var path : List.of("", "/score", "/review", "/thanks", "/wish")) {
                visit(page, customersPage(order, LinkPurpose.ANSWER, path));
            }
            returns.of(order.id()).forEach(it -> {
                visit(page, customersPage(order, LinkPurpose.RETURN, ""));
                visit(page, customersPage(order, LinkPurpose.RETURN, "/label?rma=" + it.number()));
            });
            visit(page, customersPage(order, LinkPurpose.PREFERENCES, ""));
            visit(page, customersPage(order, LinkPurpose.UNSUBSCRIBE, ""));
        }
        var echo = customersPage(order(5), LinkPurpose.ORDER, "/help");
        visit(page, echo);
        page.locator("textarea").fill(ALL);
        page.evaluate("document.querySelector('form').noValidate = true");
        page.getByRole(AriaRole.BUTTON).last().click();
        look(page);
        page.close();
    }

    @Test
    void noneRunsInAMail() throws Exception {
        time.advance(Duration.ofDays(3));
        var page = anybody.newPage();
        var read = 0;
        for (var order : bought) {
            for (var mail : mails.mailsOf(order.id())) {
                page.setContent(html(mail), new Page.SetContentOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                look(page);
                read++;
            }
        }
        page.close();

        assertThat(read).isGreaterThan(60);
    }

    private void open(Page page, int nth, String step) {
        page.navigate(origin() + "/camunda/app/tasklist/default/#/?task="
                + agents.task(order(nth).id(), step).getId());
        var words = page.locator(".fjs-container input").first();
        page.locator(".task-card h2")
                .filter(new Locator.FilterOptions().setHasText(order(nth).number()))
                .waitFor();
        words.waitFor();
        look(page);
    }

    private void done(int nth, String step, Map<String, Object> answers) {
        agents.complete(order(nth).id(), step, answers);
        due();
    }

    private void visit(Page page, String address) {
        var answer = page.navigate(address);
        assertThat(answer.status()).as(address).isLessThan(500).isNotEqualTo(429);
        look(page);
    }

    @SuppressWarnings("unchecked")
    private void look(Page page) {
        page.waitForTimeout(GLANCE);
        page.frames().forEach(frame -> armed.addAll((List<String>) frame.evaluate(ARMED)));
    }

    private Page loggedIn(String name, String application) {
        var page = watched(chromium.browser().newContext(), executed).newPage();
        page.navigate(origin() + "/login");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(application))
                .click();
        return page;
    }

    /** Hears every script that runs. */
    private BrowserContext watched(BrowserContext context, Set<String> heard) {
        context.exposeBinding(
                "owned",
                (source, script) -> heard.add(script[0] + " on " + source.page().url()));
        return context;
    }

    private void say(int nth, LinkPurpose purpose, String page, Map<String, String> fields) {
        shop.send(order(nth), purpose, page, time.now(), fields);
    }

    private String customersPage(Order order, LinkPurpose purpose, String page) {
        return shop.page(order, purpose, page, time.now());
    }

    private Order order(int nth) {
        return bought.get(nth);
    }

    private void due() {
        time.advance(Duration.ofSeconds(1));
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private static String three(int nth) {
        return String.join("", SCRIPTS.subList(3 * nth, 3 * nth + 3));
    }

    private static String half(int which) {
        return String.join("\n", SCRIPTS.subList(30 * which, 30 * which + 30));
    }

    private static String html(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return (String) part.getContent();
        }
        var found = new ArrayList<String>();
        if (part.getContent() instanceof Multipart parts) {
            for (var one = 0; one < parts.getCount(); one++) {
                found.add(html(parts.getBodyPart(one)));
            }
        }
        return String.join("", found);
    }
}

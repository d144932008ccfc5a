package dev.afterglow.journey.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What an agent sees and clicks after logging in, by the words on her screen. */
class Tasklist implements AutoCloseable {

    private static final Path GALLERY = Path.of("target/tasklist-gallery");

    /** Where customers reach the shop of the tests; nothing listens there. */
    private static final String PUBLIC = "https://after.maison-lumen.example";

    /** Until a list that has arrived is drawn. */
    private static final double GLANCE = 300;

    private static final double PATIENCE = 30_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private final String origin;
    private final BrowserContext context;
    private final Page page;

    private Tasklist(String origin, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        this.page = context.newPage();
        context.route(PUBLIC + "/**", route -> {
            var answer = context.request().get(route.request().url().replace(PUBLIC, origin));
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
        page.setDefaultTimeout(PATIENCE);
    }

    /** Logs in at the product's own page. */
    static Tasklist of(Browser browser, int port, String name, String password) {
        var list = new Tasklist(
                "http://localhost:" + port,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setLocale("en-GB")));
        var page = list.page;
        page.navigate(list.origin + "/login");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tasks"))
                .click();
        page.locator(".task-filter").first().waitFor();
        return list;
    }

    Page page() {
        return page;
    }

    /** Begins anew, as after a cup of tea. */
    Tasklist fresh() {
        page.navigate("about:blank");
        page.navigate(origin + "/camunda/app/tasklist/default/");
        page.locator(".task-filter").first().waitFor();
        return this;
    }

    Tasklist choose(String filter) {
        page.mouse().move(0, 0);
        var name = page.locator(".task-filter h4 a").filter(new Locator.FilterOptions().setHasText(filter));
        page.waitForResponse(Tasklist::isList, name::click);
        page.waitForTimeout(GLANCE);
        return this;
    }

    /** Opens a task of the chosen filter, leafing on until it is there: what is due first stands first. */
    Tasklist open(String task) {
        var row = page.locator(".tasks-list .task h4").filter(new Locator.FilterOptions().setHasText(task));
        var next = page.locator(".tasks-list .pagination-next:not(.disabled) a");
        while (row.count() == 0 && next.count() > 0 && next.isVisible()) {
            page.waitForResponse(Tasklist::isList, next::click);
            page.waitForTimeout(GLANCE);
        }
        row.click();
        page.locator(".fjs-container").waitFor();
        return this;
    }

    private static boolean isList(Response answer) {
        return answer.url().contains("/filter/") && answer.url().contains("/list");
    }

    Tasklist claim() {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("button:has-text('Complete'):not([disabled])").waitFor();
        return this;
    }

    Tasklist fill(String label, String words) {
        form().getByLabel(label).fill(words);
        return this;
    }

    /** One answer of a question, or a box. */
    Tasklist tick(String label) {
        form().getByLabel(label).check();
        return this;
    }

    void complete() {
        page.locator("button:has-text('Complete')").click();
        page.getByText("Select a task in the list.").waitFor();
    }

    /** Tries to complete, and reads why it is not possible. */
    void isRefused(String why) {
        page.locator("button:has-text('Complete')").click();
        var notice = page.locator(".notifications .alert").filter(new Locator.FilterOptions().setHasText(why));
        notice.waitFor();
        notice.locator(".close:visible").click();
    }

    /** The names in a filter, asked with this agent's session. */
    List<String> listed(String filter) {
        var api = origin + "/camunda/api/engine/engine/default/filter";
        for (var one : json(api + "?resourceType=Task")) {
            if (one.get("name").asText().equals(filter)) {
                return json(api + "/" + one.get("id").asText() + "/list").findValuesAsText("name");
            }
        }
        throw new AssertionError("There is no filter " + filter);
    }

    private JsonNode json(String address) {
        try {
            return new ObjectMapper().readTree(page.request().get(address).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The task as a picture, as tall as its form. */
    Tasklist photograph(String name) {
        var height = (Integer) form().evaluate("it => Math.ceil(it.getBoundingClientRect().height)");
        page.setViewportSize(WIDTH, height + 500);
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions().setPath(GALLERY.resolve(name + ".png")));
        page.setViewportSize(WIDTH, HEIGHT);
        return this;
    }

    private Locator form() {
        return page.locator(".fjs-container").first();
    }

    @Override
    public void close() {
        context.close();
    }
}

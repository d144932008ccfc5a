package dev.afterglow.journey.tasks;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an agent sees and clicks after logging in, by the words on her screen. */
class Tasklist implements AutoCloseable {

    private static final Path GALLERY = Path.of("target/tasklist-gallery");

    /** Where customers reach the shop of the tests; nothing listens there. */
    private static final String PUBLIC = "https://after.maison-lumen.example";

    /** Whether the list on the screen is of these names. */
    private static final String DRAWN = """
            names => {
              const drawn = [...document.querySelectorAll('.tasks-list .task h4')].map(it => it.textContent.trim());
              return drawn.length === names.length && drawn.every((it, nth) => it === names[nth].trim());
            }""";

    private static final String FILTERS = "/camunda/api/engine/engine/default/filter";
    private static final double PATIENCE = 30_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final Map<String, String> filters = new HashMap<>();

    private Tasklist(String origin, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        this.page = context.newPage();
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

    /** She will see the next picture of the shop's; only that one, as routes switch the browser's cache off. */
    void showPicture() {
        context.route(
                PUBLIC + "/**",
                route -> {
                    var answer = context.request().get(route.request().url().replace(PUBLIC, origin));
                    route.fulfill(new Route.FulfillOptions().setResponse(answer));
                },
                new BrowserContext.RouteOptions().setTimes(1));
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
        listAfter(name::click, filterId(filter));
        return this;
    }

    /** Opens a task of the chosen filter, leafing on until it is there: what is due first stands first. */
    Tasklist open(String task) {
        var row = page.locator(".tasks-list .task h4").filter(new Locator.FilterOptions().setHasText(task));
        var next = page.locator(".tasks-list .pagination-next:not(.disabled) a");
        while (row.count() == 0 && next.count() > 0 && next.isVisible()) {
            listAfter(next::click, "");
        }
        row.click();
        page.locator(".fjs-container").waitFor();
        return this;
    }

    /** Waits for the list that answers a click, not for one asked for before, and until it is drawn. */
    private void listAfter(Runnable click, String filter) {
        var names = new ArrayList<String>();
        read(page.waitForResponse(answer -> isList(answer, filter), click).body())
                .at("/_embedded/task")
                .forEach(task -> names.add(task.get("name").asText()));
        page.waitForFunction(DRAWN, names);
    }

    private static boolean isList(Response answer, String filter) {
        return answer.url().contains("/filter/" + filter) && answer.url().contains("/list");
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
        return json(origin + FILTERS + "/" + filterId(filter) + "/list").findValuesAsText("name");
    }

    private String filterId(String name) {
        if (filters.isEmpty()) {
            json(origin + FILTERS + "?resourceType=Task")
                    .forEach(one ->
                            filters.put(one.get("name").asText(), one.get("id").asText()));
        }
        assertThat(filters).containsKey(name);
        return filters.get(name);
    }

    private JsonNode json(String address) {
        return read(page.request().get(address).body());
    }

    private static JsonNode read(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The task as a picture, as tall as its form. */
    Tasklist photograph(String name) {
        var height = (Integer) form().evaluate("it => Math.ceil(it.getBoundingClientRect().height)");
        page.setViewportSize(WIDTH, height + 500);
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

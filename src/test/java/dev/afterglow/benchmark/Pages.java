package dev.afterglow.benchmark;

import dev.afterglow.journey.access.Browser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** How long the pages of agents and operators take to answer while many orders wait and some customers need somebody. */
final class Pages {

    static final String AGENT = "sophie";
    static final String OPERATOR = "oscar";

    private static final int CASES = 200;
    private static final int LOOKS = 9;
    private static final int WARM_UP = 20;

    /** As many connections as a browser opens to one server. */
    private static final int CONNECTIONS = 6;

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern FILTER = Pattern.compile("\"id\":\"(\\w+)\"");

    /** What Cockpit asks for when it opens, all at once. */
    private static final List<String> COCKPIT_START = List.of(
            ENGINE + "/task/count",
            ENGINE + "/process-definition/count?latestVersion=true",
            ENGINE + "/process-definition/statistics?rootIncidents=true",
            ENGINE + "/task/count?unfinished=true&assigned=true",
            ENGINE + "/task/count?unfinished=true&unassigned=true&withCandidateGroups=true",
            ENGINE + "/task/count?unfinished=true&unassigned=true&withoutCandidateGroups=true",
            ENGINE + "/decision-definition/count?latestVersion=true",
            ENGINE + "/deployment/count");

    private final Peer product;
    private final int port;
    private final Figures figures;
    private final long waiting;
    private final Executor connections = Executors.newFixedThreadPool(CONNECTIONS);

    Pages(Peer product, int port, Figures figures, long waiting) {
        this.product = product;
        this.port = port;
        this.figures = figures;
        this.waiting = waiting;
    }

    void measure() {
        product.child().run("ask", CASES);
        var operator = Browser.of(port, OPERATOR);
        var agent = Browser.of(port, AGENT);
        var order = "/orders/copy" + waiting / 2;
        var filters = filters(agent);
        for (var look = 0; look < WARM_UP + LOOKS; look++) {
            var counts = look >= WARM_UP;
            time("page_orders_ms", counts, () -> ok(operator.get("/orders")));
            time("page_order_ms", counts, () -> ok(operator.get(order)));
            time("page_cockpit_start_ms", counts, () -> atOnce(operator, COCKPIT_START));
            filters.forEach(filter -> time("page_tasklist_filter_ms", counts, () -> ok(list(agent, filter))));
        }
    }

    private void atOnce(Browser browser, List<String> paths) {
        CompletableFuture.allOf(paths.stream()
                        .map(path -> CompletableFuture.runAsync(() -> ok(browser.get(path)), connections))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static List<String> filters(Browser agent) {
        agent.get("/camunda/app/tasklist/default/");
        var answer = agent.get(ENGINE + "/filter?itemCount=false&resourceType=Task");
        var found = new ArrayList<String>();
        FILTER.matcher(ok(answer).body()).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static HttpResponse<String> list(Browser agent, String filter) {
        return agent.json(
                "POST",
                ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                "{\"sorting\":[{\"sortOrder\":\"desc\",\"sortBy\":\"created\"}],\"active\":true}");
    }

    private void time(String page, boolean counts, Runnable look) {
        var began = System.nanoTime();
        look.run();
        if (counts) {
            figures.add(
                    new Figures.Key(product.name(), product.database().name(), page, waiting),
                    (System.nanoTime() - began) / 1e6);
        }
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}

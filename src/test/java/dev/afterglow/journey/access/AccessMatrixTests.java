package dev.afterglow.journey.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.SignedLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Who gets through which door: {@code src/test/resources/access/matrix.txt}, a line per route and a column per visitor,
 * each cell tried over HTTP. The routes are those of the running application; one without a line fails.
 */
@RunningShop
class AccessMatrixTests {

    private static final Path EXPECTED = Path.of("src/test/resources/access/matrix.txt");
    private static final Path FOUND = Path.of("target/access-matrix.txt");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Autowired
    SignedLinks links;

    @Autowired
    TimeMachine time;

    @Test
    void everyVisitorGetsThroughTheDoorsOfTheMatrixAndNoOther() throws IOException {
        var expected = expected();
        var routes = new TreeSet<>(Routes.of(context));
        assertThat(routes).hasSizeGreaterThan(60);
        var stale = new TreeSet<>(expected.keySet());
        stale.removeIf(route -> routes.contains(route) || isOfTheEngineOrNowhere(route));
        assertThat(stale).as("lines of routes that are gone").isEmpty();
        routes.addAll(expected.keySet());

        var visitors = visitors();
        var found = tried(routes, visitors);

        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, lines(found, visitors.stream().map(Visitor::name).toList()));
        assertThat(found)
                .as("doors, also in %s; a new route needs a line in %s and one in AccessRules", FOUND, EXPECTED)
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** The engine's interface has a router of its own; a few addresses stand for it, and a few for what there is not. */
    private static boolean isOfTheEngineOrNowhere(String route) {
        return route.matches("\\S+ /(camunda|engine-rest|h2-console|nowhere|actuator)(/.*)?");
    }

    private Map<String, String> tried(TreeSet<String> routes, List<Visitor> visitors) {
        var order = orders.byId(shop.anOrder().placed()).orElseThrow();
        var found = new LinkedHashMap<String, String>();
        for (var route : routes) {
            found.put(
                    route,
                    visitors.stream()
                            .map(visitor -> visitor.at(route, order, links, time))
                            .collect(joining(" ")));
        }
        return found;
    }

    private List<Visitor> visitors() {
        var visitors = new ArrayList<>(List.of(
                Visitor.stranger(port),
                Visitor.customer(port),
                Visitor.withKey(port, "shop-key", "a key for our own shop"),
                Visitor.withKey(port, "read-key", "a key that only reads"),
                Visitor.person(port, "no-group", "nogroup")));
        Staff.GROUPS.forEach(group -> visitors.add(Visitor.person(port, group, Staff.memberOf(group))));
        return visitors;
    }

    private static Map<String, String> expected() throws IOException {
        var cells = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(EXPECTED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var words = line.split("\\s+", 3);
                assertThat(cells.put(words[0] + " " + words[1], words[2].replaceAll("\\s+", " ")))
                        .as("two lines for one route: %s", line)
                        .isNull();
            }
        }
        return cells;
    }

    private static List<String> lines(Map<String, String> cells, List<String> visitors) {
        var lines = new ArrayList<String>();
        lines.add("#%-64s %s"
                .formatted(" door", visitors.stream().map("%-13s"::formatted).collect(joining(" "))));
        cells.forEach((route, answers) -> {
            var words = route.split(" ", 2);
            lines.add("%-6s %-58s %s"
                    .formatted(
                            words[0],
                            words[1],
                            java.util.Arrays.stream(answers.split(" "))
                                    .map("%-13s"::formatted)
                                    .collect(joining(" ")))
                    .stripTrailing());
        });
        return lines;
    }
}

package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route the application has, asked of the router itself, so that a new one is closed until somebody opens it. */
@RunningShop
class RoutesTests {

    /** Doors that prove each call by a signature, a key or a link, or that everybody may enter. */
    private static final Pattern OPEN =
            Pattern.compile("/(?:login|error|favicon\\.ico|assets/.*|webhooks/.*|api/.*|[oarpu]/.*|actuator/health.*)");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping router;

    @Test
    void nobodyWithoutAGroupReachesAnyRouteThatIsNotNamedOpen() {
        var stranger = new Browser(port);
        var groupless = Browser.of(port, "nogroup");

        var closed = closedRoutes();
        assertThat(closed).isNotEmpty();
        for (var route : closed) {
            var path = route.replaceAll("\\{[^}]*}", "1").replace("**", "x").replace("*", "x");
            assertThat(stranger.get(path).statusCode())
                    .as("anonymous GET " + path)
                    .isIn(302, 401, 403, 404);
            assertThat(stranger.get(path).headers().firstValue("Location").orElse("/login"))
                    .endsWith("/login");
            assertThat(groupless.get(path).statusCode())
                    .as("no group GET " + path)
                    .isEqualTo(403);
            assertThat(stranger.postForm(path, "").statusCode())
                    .as("anonymous POST " + path)
                    .isIn(401, 403);
            assertThat(groupless.postForm(path, "").statusCode())
                    .as("no group POST " + path)
                    .isEqualTo(403);
        }
    }

    private Set<String> closedRoutes() {
        var routes = new TreeSet<>(
                List.of("/home", "/", "/anything", "/actuator", "/actuator/info", "/actuator/env", "/h2-console"));
        router.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().isEmpty()
                        || route.getMethodsCondition().getMethods().stream()
                                .anyMatch(method -> method == RequestMethod.GET || method == RequestMethod.POST))
                .flatMap(route -> route.getPatternValues().stream())
                .forEach(routes::add);
        routes.removeIf(route -> OPEN.matcher(route).matches() || route.startsWith("${"));
        return routes;
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/actuator/health/liveness, 200",
        "/actuator/info, 401",
        "/actuator/env, 401",
        "/assets/people.css, 200",
        "/assets/../application.yaml, 400",
        "/login, 200",
        "/home, 302",
        "/, 302",
        "/demo/mailbox/, 403",
        "/demo/messages, 403",
        "/messages, 302",
        "/demo/anything, 302",
        "/camunda/app/welcome/default/, 302",
        "/camunda/api/engine/engine/default/user, 401",
        "/camunda/api/engine/engine, 401",
        "/camunda/api/cockpit/plugin/base/default/process-instance, 401"
    })
    void whatAStrangerFinds(String path, int status) {
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"inanalysts, 200", "inmarketing, 200", "incamundaadmin, 200", "insupport, 403", "nogroup, 403"})
    void theCatalogueOfMessagesIsForThoseWhoWriteThem(String person, int status) {
        assertThat(Browser.of(port, person).get("/messages").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"inoperators, 200", "incamundaadmin, 200", "insupport, 403", "inanalysts, 403", "nogroup, 403"})
    void theStateOfTheServerIsForOperators(String person, int status) {
        assertThat(Browser.of(port, person).get("/actuator/info").statusCode()).isEqualTo(status);
    }

    @Test
    void healthTellsAStrangerNothingButItself() {
        assertThat(new Browser(port).get("/actuator/health").body()).doesNotContain("components", "jdbc", "H2");
    }

    @Test
    void theCustomersPagesAndMachinesDoorsHaveNoSession() {
        for (var path : List.of("/o/x", "/a/x", "/r/x", "/p/x", "/u/x", "/webhooks/x", "/api/x")) {
            var browser = new Browser(port);
            var answer = browser.get(path);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
        }
        assertThat(new Browser(port)
                        .get("/o/x")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .startsWith("default-src 'none'");
        assertThat(new Browser(port).get("/o/x").headers().firstValue("Referrer-Policy"))
                .contains("no-referrer");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = new Browser(port).get("/login").headers().firstValue("Set-Cookie");

        assertThat(cookie).hasValueSatisfying(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax"));
    }
}

package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Another site's page makes an administrator's browser send something: nothing of ours may listen. */
@RunningShop
class ForgedRequestTests {

    /** Doors that know no session, and what they ask for instead; the answer is what they say without it. */
    private static final Map<String, List<Integer>> PROVED_OTHERWISE = Map.of(
            "/webhooks/", List.of(401, 503), // a signature over the body
            "/api/", List.of(401), // a key in a header
            "/o/", List.of(400, 404, 410), // the signed link in the address, and so below
            "/a/", List.of(400, 404, 410),
            "/r/", List.of(400, 404, 410),
            "/p/", List.of(400, 404, 410),
            "/u/", List.of(400, 404, 410)); // one click in a mail program, by the link alone

    private static final List<String> OF_THE_ENGINE = List.of(
            "POST /camunda/api/engine/engine/default/task/1/claim",
            "POST /camunda/api/engine/engine/default/task/1/complete",
            "POST /camunda/api/engine/engine/default/process-instance/1/modification",
            "DELETE /camunda/api/engine/engine/default/process-instance/1",
            "PUT /camunda/api/engine/engine/default/job/1/retries",
            "POST /camunda/api/engine/engine/default/message",
            "POST /camunda/api/engine/engine/default/deployment/create",
            "POST /camunda/api/engine/engine/default/user/create",
            "PUT /camunda/api/engine/engine/default/group/camunda-admin/members/nogroup",
            "POST /camunda/api/engine/engine/default/authorization/create",
            "POST /camunda/api/admin/auth/user/default/logout",
            "POST /logout",
            "POST /login");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void nothingChangesWithoutTheGuardOfTheSameSession() {
        var victim = Browser.of(port, "incamundaadmin").open("tasklist");
        var attacker = Browser.of(port, "insupport").open("tasklist");
        var foreign = List.of("", attacker.loginToken(), attacker.cookie("XSRF-TOKEN"), "x");

        var doors = Stream.concat(Routes.of(context).stream(), OF_THE_ENGINE.stream())
                .filter(route -> !route.startsWith("GET ") && !route.endsWith(" /error"))
                .toList();
        assertThat(doors).hasSizeGreaterThan(35);
        for (var door : doors) {
            var words = door.split(" ", 2);
            var path = words[1].replaceAll("\\{purpose[^}]*}", "o").replaceAll("\\{[^}]*}", "1");
            for (var guard : foreign) {
                // The engine's guard ends the session it finds forged requests in.
                var browser = path.startsWith("/camunda/")
                        ? Browser.of(port, "incamundaadmin").open("tasklist")
                        : victim;
                assertThat(browser.forge(words[0], path, guard).statusCode())
                        .as("%s with the guard \"%s\"", door, guard)
                        .isIn(expected(path));
            }
        }
        assertThat(victim.get("/home").statusCode()).isEqualTo(200);
    }

    private static List<Integer> expected(String path) {
        return PROVED_OTHERWISE.entrySet().stream()
                .filter(door -> path.startsWith(door.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of(403));
    }
}

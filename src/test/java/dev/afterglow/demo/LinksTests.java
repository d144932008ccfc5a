package dev.afterglow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.access.Wanderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The people of the demo, who follow every link they are shown. */
@DemoTest
class LinksTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @LocalServerPort
    int port;

    @Value("${afterglow.demo.password}")
    String password;

    @ParameterizedTest
    @CsvSource({
        "sophie, /orders, " + TASKLIST,
        "ravi, /orders, " + TASKLIST,
        "clara, /orders, " + TASKLIST,
        "sam, /orders, " + TASKLIST,
        "anna, /messages, /demo/messages",
        "oscar, /operations, " + COCKPIT,
        "mia, /messages, /demo/messages",
        "admin, /camunda/app/admin/default/, " + COCKPIT
    })
    void leadEachOfThemOnAndNobodyAstray(String person, String hers, String alsoHers) {
        var wanderer = Wanderer.named(port, person, password);

        var seen = wanderer.from("/home", "/");
        seen.remove("/actuator/prometheus"); // the tests' shop measures, but does not publish

        assertThat(seen).containsKeys(hers, alsoHers).hasSizeGreaterThan(10);
        assertThat(seen.values()).as("of %s: %s", person, seen).allMatch(answer -> answer < 400);
    }

    @Test
    void leadTheNamelessToPagesAndToTheLogin() {
        var seen = Wanderer.nameless(port).from("/", "/home");

        assertThat(seen).containsKeys("/orders", "/demo/mailbox", TASKLIST, COCKPIT, "/operations");
        assertThat(seen).containsEntry("/orders", 200).containsEntry(COCKPIT, 302);
        assertThat(seen.values()).as("%s", seen).allMatch(answer -> answer < 400);
    }
}

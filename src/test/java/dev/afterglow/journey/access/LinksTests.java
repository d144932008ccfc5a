package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.TestShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The people of a real shop, who follow every link they are shown. */
@RunningShop
class LinksTests {

    @LocalServerPort
    int port;

    @Autowired
    TestShop shop;

    @ParameterizedTest
    @CsvSource({
        "insupport, /camunda/app/tasklist/default/, /orders",
        "inreturns, /camunda/app/tasklist/default/, /orders",
        "incare, /camunda/app/tasklist/default/, /orders",
        "insupervisors, /camunda/app/tasklist/default/, /orders",
        "inanalysts, /messages, /home",
        "inoperators, /camunda/app/cockpit/default/, /audit",
        "inmarketing, /messages, /home",
        "incamundaadmin, /camunda/app/admin/default/, /messages"
    })
    void leadEachGroupOnAndNobodyAstray(String person, String hers, String alsoHers) {
        shop.anOrder().placed();

        var seen = Wanderer.named(port, person, Staff.PASSWORD).from("/home", "/");

        assertThat(seen).containsKeys(hers, alsoHers);
        seen.remove("/actuator/prometheus"); // the tests' shop measures, but does not publish
        assertThat(seen.values()).as("of %s: %s", person, seen).allMatch(answer -> answer < 400);
    }
}

package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.TestShop;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Persons;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningShop
class AuditTests {

    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    @Autowired
    TestShop shop;

    @Autowired
    SupportDesk desk;

    @Autowired
    Persons persons;

    @Autowired
    TimeMachine time;

    private long before;

    @BeforeEach
    void remember() {
        before = jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
    }

    @Test
    void keepsWhoCameAndLeftAndWhoHasToWait() {
        Browser.of(port, "insupport").logout();
        var guesser = new Browser(port);
        guesser.login("guessed", "wrong");
        guesser.login("guessed", "wrong again");
        guesser.login("hunter2-typed-into-the-wrong-field", "x");
        identities.unlockUser("guessed");

        assertThat(trail())
                .startsWith("insupport LOGIN null null", "insupport LOGOUT null null")
                .anyMatch(line -> line.matches("guessed LOGIN_FAILED null locked for \\d+ s"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void keepsWhoTookAndFinishedWhichTask() {
        var order = shop.anOrder().placed();
        desk.open(order, Topic.QUESTION, "Which bulb fits?", null);
        time.advance(Duration.ZERO);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult();
        var agent = Browser.of(port, "insupport").open("tasklist");

        assertThat(agent.json("POST", API + "/task/" + task.getId() + "/claim", "{\"userId\":\"insupport\"}")
                        .statusCode())
                .isEqualTo(204);
        agent.json("POST", API + "/task", "{}");
        assertThat(agent.json("POST", API + "/task/" + task.getId() + "/submit-form", """
                                {"variables":{"answer":{"value":"An E14 bulb."},"result":{"value":"SOLVED"},
                                 "pauseMarketing":{"value":false}}}""")
                        .statusCode())
                .isEqualTo(204);
        time.advance(Duration.ZERO);

        await().untilAsserted(() -> assertThat(trail())
                .containsExactlyInAnyOrder(
                        "insupport LOGIN null null",
                        "insupport CHANGE POST task/" + task.getId() + "/claim 204",
                        "insupport TASK_COMPLETED " + task.getTaskDefinitionKey() + " of order id " + order + " null",
                        "insupport CHANGE POST task/" + task.getId() + "/submit-form 204"));
    }

    @Test
    void keepsClosedDoorsAndRefusedChanges() {
        var agent = Browser.of(port, "insupport").open("tasklist");
        agent.get("/camunda/app/cockpit/default/");
        agent.json("POST", API + "/filter/create", "{}");

        await().untilAsserted(() -> assertThat(trail())
                .contains(
                        "insupport REFUSED GET /camunda/app/cockpit/default/ 403",
                        "insupport CHANGE POST filter/create 403"));
    }

    @Test
    void keepsThatAPersonWasExportedAndErasedButNotWhoSheWas() {
        var address = new EmailAddress("emma.erased@example.org");
        shop.anOrder().by(address.value()).placed();
        persons.export(address);
        persons.erase(address);

        assertThat(trail()).hasSize(2).first().asString().matches("command line PERSON_EXPORTED customer id \\d+ null");
        assertThat(trail().get(1)).matches("command line PERSON_ERASED customer id \\d+ null");
    }

    @Test
    void showsItToThoseWhoRunTheShopOnly() {
        var operator = Browser.of(port, "inoperators");
        operator.get("/messages");

        assertThat(operator.get("/audit").body()).contains("Audit trail", "inoperators", "Refused", "GET /messages");
        assertThat(operator.get("/audit?person=nobody-like-this").body())
                .contains("Nothing is kept of this person")
                .doesNotContain("inoperators");
        assertThat(operator.get("/audit?person=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert");
        assertThat(Browser.of(port, "insupervisors").get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void nothingInTheProductChangesOrDeletesALine() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                            .filter(AuditTests::changesTheTrail))
                    .isEmpty();
        }
    }

    private static boolean changesTheTrail(Path file) {
        try {
            return Files.readString(file)
                    .toLowerCase()
                    .matches("(?s).*(update|delete\\s+from|truncate(\\s+table)?)\\s+audit_events.*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> trail() {
        return jdbc.sql("select person, action, subject, result from audit_events where id > :before order by id")
                .param("before", before)
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }
}

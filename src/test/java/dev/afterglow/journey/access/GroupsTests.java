package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningShop
class GroupsTests {

    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService rights;

    @Autowired
    FilterService filters;

    private Task forSupport;

    @BeforeEach
    void aTaskForSupport() {
        forSupport = tasks.newTask();
        forSupport.setName("Answer the question");
        forSupport.setDueDate(Date.from(Instant.now().minus(1, ChronoUnit.HOURS)));
        tasks.saveTask(forSupport);
        tasks.addCandidateGroup(forSupport.getId(), "support");
    }

    @AfterEach
    void noTaskIsLeft() {
        tasks.deleteTask(forSupport.getId(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "returns", "care", "supervisors"})
    void everybodyWhoWorksFindsFiltersAtTheFirstLogin(String group) {
        var seen = filtersOf(Browser.of(port, Staff.memberOf(group)).open("tasklist"));

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "My tasks", "My group: " + group, "Overdue", "Due today", "Returns", "Detractors", "VIP");
    }

    @Test
    void aTaskIsOfferedToItsGroupTakenAndDone() {
        var agent = Browser.of(port, "insupport").open("tasklist");
        assertThat(listed(agent, "My group: support")).contains("Answer the question");
        assertThat(listed(agent, "Overdue")).contains("Answer the question");
        assertThat(listed(agent, "Due today")).doesNotContain("Answer the question");

        var task = API + "/task/" + forSupport.getId();
        assertThat(agent.json("POST", task + "/claim", "{\"userId\":\"insupport\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(listed(agent, "My tasks")).contains("Answer the question");
        assertThat(agent.json("POST", task + "/complete", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyElseSeesIt() {
        for (var other : List.of("inreturns", "incare")) {
            var agent = Browser.of(port, other).open("tasklist");
            assertThat(listed(agent, "Overdue")).doesNotContain("Answer the question");
            assertThat(agent.get(API + "/task/" + forSupport.getId()).statusCode())
                    .isIn(403, 404);
            assertThat(agent.json(
                                    "POST",
                                    API + "/task/" + forSupport.getId() + "/claim",
                                    "{\"userId\":\"" + other + "\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void supervisorsSeeAndAssignAll() {
        var supervisor = Browser.of(port, "insupervisors").open("tasklist");

        assertThat(listed(supervisor, "Overdue")).contains("Answer the question");
        assertThat(supervisor
                        .json("POST", API + "/task/" + forSupport.getId() + "/assignee", "{\"userId\":\"insupport\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void agentsSeeNoJourneysAndNoColleaguesAndOperatorsSeeJourneys() {
        var agent = Browser.of(port, "insupport").open("tasklist");
        assertThat(read(agent, API + "/process-instance")).isEmpty();
        assertThat(read(agent, API + "/user")).hasSize(1);
        assertThat(read(agent, API + "/authorization")).isEmpty();
        assertThat(read(agent, API + "/deployment")).isEmpty();

        var operator = Browser.of(port, "inoperators").open("cockpit");
        assertThat(read(operator, API + "/process-definition")).isNotEmpty();
        assertThat(read(operator, API + "/task")).isEmpty();
        assertThat(read(operator, API + "/user")).hasSize(1);
    }

    @Test
    void startingAgainChangesNothing() {
        var groupsBefore = identities.createGroupQuery().count();
        var rightsBefore = rights.createAuthorizationQuery().count();
        var filtersBefore = filters.createFilterQuery().count();

        new Groups(identities, rights);

        assertThat(identities.createGroupQuery().count()).isEqualTo(groupsBefore);
        assertThat(rights.createAuthorizationQuery().count()).isEqualTo(rightsBefore);
        assertThat(filters.createFilterQuery().count()).isEqualTo(filtersBefore);
    }

    private static List<String> filtersOf(Browser browser) {
        return StreamSupport.stream(
                        read(browser, API + "/filter?resourceType=Task").spliterator(), false)
                .map(filter -> filter.get("name").asText())
                .toList();
    }

    private static List<String> listed(Browser browser, String filter) {
        var id = StreamSupport.stream(
                        read(browser, API + "/filter?resourceType=Task").spliterator(), false)
                .filter(candidate -> candidate.get("name").asText().equals(filter))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        return StreamSupport.stream(
                        read(browser, API + "/filter/" + id + "/list").spliterator(), false)
                .map(task -> task.get("name").asText())
                .toList();
    }

    private static JsonNode read(Browser browser, String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}

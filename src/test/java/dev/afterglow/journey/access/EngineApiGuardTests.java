package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.TestShop;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningShop
class EngineApiGuardTests {

    private static final String API = "/camunda/api/engine/engine/default";
    private static final String NEW_ADMINISTRATOR = """
            {"profile":{"id":"intruder","firstName":"I","lastName":"I","email":"i@example.com"},
             "credentials":{"password":"long enough for a policy"}}""";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestShop shop;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @MethodSource("dev.afterglow.journey.access.Staff#everybody")
    void evaluatesNoExpressionForAnybody(String person) {
        var browser = insider(person);

        for (var query : new String[] {
            "{\"assigneeExpression\":\"${now()}\"}",
            "{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]}",
            "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}]}",
            "{\"orQueries\":[{\"\\u0061ssignee\\u0045xpression\":\"${''.getClass()}\"}]}",
            "{\"orQueries\":[{\"candidateGroupsExpression\":\"#{currentUserGroups()}\"}]}",
            "{\"a\":{\"b\":[[{\"ASSIGNEEEXPRESSION\":1}]]}}",
            "{\"assignee\":\"x\"} {\"ownerExpression\":\"${now()}\"}"
        }) {
            assertThat(browser.json("POST", API + "/task", query).statusCode())
                    .as(query)
                    .isIn(400, 403);
            assertThat(browser.json("POST", API + "/task/count", query).statusCode())
                    .isIn(400, 403);
        }
        assertThat(browser.get(API + "/task?assigneeExpression=%24%7Bnow()%7D").statusCode())
                .isIn(400, 403);
        assertThat(browser.get(API + "/task?%61ssigneeExpression=x").statusCode())
                .isIn(400, 403);
    }

    @Test
    void asksNobodyWithoutALoginForQueriesAtAll() {
        for (var headers : List.of(
                Map.<String, String>of(),
                Map.of("Authorization", "Bearer a key for our own shop"),
                Map.of("Authorization", "Basic YWRtaW46YWRtaW4="),
                Map.of("Authorization", "Basic ZGVtbzpkZW1v"))) {
            for (var path : List.of(API + "/task", API + "/task/count", API + "/filter/1/list", API + "/execution")) {
                assertThat(new Browser(port)
                                .send("POST", path, headers, "{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]}")
                                .statusCode())
                        .as(path + headers)
                        .isEqualTo(401);
            }
        }
        for (var person : List.of("insupport", "inoperators", "incamundaadmin")) {
            for (var path : List.of(
                    "/filter/1/list",
                    "/filter/1/singleResult",
                    "/filter/1/count",
                    "/filter/create",
                    "/history/task",
                    "/execution",
                    "/history/process-instance",
                    "/authorization/create")) {
                assertThat(insider(person)
                                .json(
                                        "POST",
                                        API + path,
                                        "{\"query\":{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]}}")
                                .statusCode())
                        .as(person + path)
                        .isIn(400, 403);
            }
        }
    }

    @Test
    void looksThroughOtherEncodingsToo() {
        var browser = insider("insupport");
        var query = "{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]}";

        for (var charset :
                new Charset[] {StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16}) {
            assertThat(browser.post(API + "/task", "application/json", query.getBytes(charset))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(browser.post(API + "/task", "text/plain", query.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsHarmlessQueriesPass() {
        var answer = insider("insupport")
                .json(
                        "POST",
                        API + "/task",
                        "{\"orQueries\":[{\"assignee\":\"insupport\"},{\"candidateGroup\":\"support\"}]}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theEngineItselfRefusesWhatNoGuardStopped() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${''.getClass().forName('java.lang.Runtime')}")
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/engine/../admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/"
            })
    void makesNobodyAnAdministratorEvenWhenThereIsNone(String path) {
        var administrators =
                identities.createUserQuery().memberOfGroup("camunda-admin").list();
        administrators.forEach(person -> identities.deleteMembership(person.getId(), "camunda-admin"));
        try {
            var stranger = new Browser(port);
            stranger.get("/camunda/app/admin/default/");
            assertThat(stranger.json("POST", path, NEW_ADMINISTRATOR).statusCode())
                    .isIn(400, 401, 404);
            assertThat(insider("insupport")
                            .json("POST", path, NEW_ADMINISTRATOR)
                            .statusCode())
                    .isIn(400, 404);
            assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            administrators.forEach(person -> identities.createMembership(person.getId(), "camunda-admin"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.afterglow.journey.access.Staff#everybody")
    void theSetupDoesNotExistForAnybody(String person) {
        var path = "/camunda/api/admin/setup/default/user/create";

        assertThat(insider(person).json("POST", path, NEW_ADMINISTRATOR).statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port).json("POST", path, NEW_ADMINISTRATOR).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insupport", "insupervisors", "inoperators"})
    void onlyAdministratorsDeployAndWriteFiltersAndVariables(String person) {
        var browser = insider(person);

        assertThat(deploy(browser, "<x/>").statusCode()).isEqualTo(403);
        assertThat(browser.json("POST", API + "/filter/create", "{}").statusCode())
                .isEqualTo(403);
        assertThat(browser.json("PUT", API + "/filter/1", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.json("DELETE", API + "/filter/1", "").statusCode()).isEqualTo(403);
        assertThat(browser.json("PUT", API + "/process-instance/1/variables/x", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.json("PUT", API + "/execution/1/localVariables/x", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** What looks like an expression in a value is a text like any other, and only an administrator can put it there. */
    @Test
    void expressionsInValuesStayTextsAndComeFromAdministratorsOnly() {
        var order = shop.anOrder().placed();
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .processDefinitionKey("postPurchaseJourney")
                .singleResult()
                .getId();
        var harm = "${''.getClass().forName('java.lang.Runtime').getRuntime().exit(1)}";
        var value = "{\"x\":{\"value\":\"" + harm + "\",\"type\":\"String\"}}";
        var changes = Map.of(
                "/process-instance/" + instance + "/modification",
                "{\"skipCustomListeners\":true,\"instructions\":[{\"type\":\"startBeforeActivity\","
                        + "\"activityId\":\"sendTask_sendWelcome\",\"variables\":" + value + "}]}",
                "/message",
                "{\"messageName\":\"order.cancelled\",\"processInstanceId\":\"" + instance + "\",\"processVariables\":"
                        + value + "}",
                "/signal",
                "{\"name\":\"any\",\"variables\":" + value + "}",
                "/execution/" + instance + "/signal",
                "{\"variables\":" + value + "}",
                "/process-definition/key/postPurchaseJourney/start",
                "{\"variables\":" + value + "}",
                "/process-definition/key/postPurchaseJourney/submit-form",
                "{\"variables\":" + value + "}");
        for (var person :
                Staff.everybody().filter(one -> !one.equals("incamundaadmin")).toList()) {
            var browser = insider(person);
            changes.forEach((path, body) -> assertThat(
                            browser.json("POST", API + path, body).statusCode())
                    .as(person + " POST " + path)
                    .isEqualTo(403));
        }
        assertThat(runtime.getVariables(instance)).doesNotContainKey("x");

        assertThat(insider("incamundaadmin")
                        .json(
                                "POST",
                                API + "/process-instance/" + instance + "/variables",
                                "{\"modifications\":" + value + "}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(runtime.getVariable(instance, "x")).isEqualTo(harm);
        assertThat(insider("incamundaadmin")
                        .json(
                                "POST",
                                API + "/process-instance/" + instance + "/variables",
                                "{\"modifications\":{\"y\":{\"value\":\"\\\"http://127.0.0.1:1/x.xml\\\"\",\"type\":\"Object\","
                                        + "\"valueInfo\":{\"objectTypeName\":\"org.springframework.context.support.ClassPathXmlApplicationContext\","
                                        + "\"serializationDataFormat\":\"application/json\"}}}}")
                        .statusCode())
                .isIn(204, 400);
        assertThatThrownBy(() -> runtime.getVariable(instance, "y")).isInstanceOf(ProcessEngineException.class);
        runtime.removeVariables(instance, List.of("x", "y"));
    }

    @Test
    void operatorsRepairWithoutSettingValues() {
        var order = shop.anOrder().placed();
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .processDefinitionKey("postPurchaseJourney")
                .singleResult()
                .getId();
        var operator = insider("inoperators");

        assertThat(operator.json("PUT", API + "/process-instance/" + instance + "/suspended", "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(operator.json("PUT", API + "/process-instance/" + instance + "/suspended", "{\"suspended\":false}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(operator.json("DELETE", API + "/process-instance/" + instance, "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyAdministratorsChangePeopleButOneselfMayChangeOnesOwnPassword() {
        for (var person : List.of("insupport", "insupervisors", "inoperators")) {
            var browser = insider(person);
            assertThat(browser.json("PUT", API + "/group/camunda-admin/members/" + person, "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.json("POST", API + "/user/create", NEW_ADMINISTRATOR)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.json("POST", API + "/authorization/create", "{}").statusCode())
                    .isEqualTo(403);
            assertThat(browser.json("PUT", API + "/user/incare/credentials", "{}")
                            .statusCode())
                    .isEqualTo(403);
        }
        var own = "{\"password\":\"" + Staff.PASSWORD + "\",\"authenticatedUserPassword\":\"" + Staff.PASSWORD + "\"}";
        assertThat(insider("insupport")
                        .json("PUT", API + "/user/insupport/credentials", own)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void tellsAnAdministratorWhyADrawingIsRefused() {
        var before = repository.createDeploymentQuery().count();
        var answer = deploy(insider("incamundaadmin"), """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <process id="p" name="Harm" isExecutable="true"><scriptTask id="s" name="Do harm"/></process>
                </definitions>""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Do harm", "Scripts do not run here");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void readsAtMostAMegabyte() {
        var large = "{\"assignee\":\"" + "x".repeat(EngineApiGuard.LARGEST_BODY) + "\"}";
        var deep = "[".repeat(60) + "]".repeat(60);

        assertThat(insider("insupport").json("POST", API + "/task", large).statusCode())
                .isEqualTo(413);
        assertThat(insider("insupport").json("POST", API + "/task", deep).statusCode())
                .isEqualTo(400);
        assertThat(insider("insupport").json("POST", API + "/task", "{").statusCode())
                .isEqualTo(400);
    }

    @Test
    void hasNoSecondLoginAndNoOpenInterface() {
        var form = "username=insupport&password=" + Staff.PASSWORD.replace(" ", "+");

        assertThat(insider("inreturns")
                        .postForm("/camunda/api/admin/auth/user/default/login/tasklist", form)
                        .statusCode())
                .isEqualTo(404);
        assertThat(insider("incamundaadmin").get("/engine-rest/engine").statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port).get("/engine-rest/engine").statusCode()).isEqualTo(302);
    }

    @Test
    void aForgedRequestChangesNothing() {
        var victim = insider("insupport");
        victim.forgetGuard();

        assertThat(victim.postForm("/logout", "").statusCode()).isEqualTo(403);
        assertThat(victim.get("/home").statusCode()).isEqualTo(200);
        assertThat(victim.json("POST", API + "/task/1/claim", "{}").statusCode())
                .isEqualTo(403);
    }

    private Browser insider(String person) {
        return Browser.of(port, person).open("tasklist").open("cockpit").open("admin");
    }

    private static HttpResponse<String> deploy(Browser browser, String drawing) {
        var body = """
                --b\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                x\r
                --b\r
                Content-Disposition: form-data; name="x.bpmn"; filename="x.bpmn"\r
                \r
                %s\r
                --b--\r
                """.formatted(drawing);
        return browser.post(
                API + "/deployment/create", "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8));
    }
}

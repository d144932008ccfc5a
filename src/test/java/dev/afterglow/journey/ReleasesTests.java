package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestAgents;
import dev.afterglow.TestMailServer;
import dev.afterglow.TestShop;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Orders that began under a released model end on the code of today. The models of every release stay in
 * {@code src/test/resources/releases}; a database of its own, because their drawings must not mix with today's.
 */
@AfterglowTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:releases;DB_CLOSE_DELAY=-1",
            "afterglow.access.first-password-file=target/releases-admin-password",
            // The engine's applications find engines by name: the shared context keeps the name it has.
            "camunda.bpm.process-engine-name=releases"
        })
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesTests {

    private static final Path RELEASES = Path.of("src/test/resources/releases");

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Returns returns;

    @Autowired
    FeedbackDesk feedback;

    @Autowired
    SupportDesk support;

    @Autowired
    Attempts attempts;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService engine;

    @Autowired
    TestAgents agents;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    private long offsetOfOthers;

    static List<String> releases() throws IOException {
        try (var folders = Files.list(RELEASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The engine has one clock per JVM, and both databases count their orders from one. */
    @BeforeAll
    void takeTheEnginesClock() throws FolderException {
        offsetOfOthers =
                ClockUtil.getCurrentTime().getTime() - Clock.systemUTC().millis();
        time.advance(Duration.ofSeconds(1));
        TestMailServer.GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    void giveTheEnginesClockBack() throws FolderException {
        ClockUtil.offset(offsetOfOthers);
        TestMailServer.GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void endsOnTodaysCodeWhateverBeganUnder(String release) throws IOException {
        deploy(RELEASES.resolve(release), release);
        var first = shop.anOrder().placedAt(LocalTime.NOON);
        shop.deliver(first);
        time.advance(Duration.ofDays(2));
        var undelivered = shop.anOrder().placed();
        time.advance(Duration.ofDays(6));
        shop.anOrder().placed();
        time.advance(Duration.ofDays(5));
        var returned = delivered();
        var arriving = attempts.inTransaction(
                () -> returns.request(shop.aReturn(returned, ReturnReason.UNWANTED, Resolution.REFUND))
                        .id());
        var reviewed = delivered();
        attempts.inTransaction(() -> returns.request(shop.aReturn(reviewed, ReturnReason.WARRANTY, Resolution.REFUND)));
        time.advance(Duration.ofDays(4));
        shop.anOrder().placed();
        time.advance(Duration.ofHours(60));
        shop.anOrder().placed();
        var asked = delivered();
        attempts.inTransaction(() -> support.open(asked, Topic.QUESTION, "Which bulb fits?", null));
        var unhappy = delivered();
        feedback.score(unhappy, 2, "It flickers");
        time.advance(Duration.ofMinutes(1));

        var underWay = engine.createProcessInstanceQuery().list();
        var waits = waitingPoints(underWay);
        assertThat(waits).as("where they wait").hasSizeGreaterThanOrEqualTo(9);

        deploy(Path.of(""), "today");
        shop.deliver(undelivered);
        returns.arrived(arriving, "carrier");
        time.advance(Duration.ofSeconds(1));
        complete(returned, "userTask_inspectReturnedGoods", Map.of("finding", "as-expected"));
        complete(returned, "userTask_payRefund", Map.of("refundReference", "PAY-1"));
        complete(
                reviewed,
                "userTask_reviewReturn",
                Map.of("decision", "refuse", "customerWords", "The shade was painted over."));
        answer(asked);
        complete(unhappy, "userTask_callBack", called());
        time.advance(Duration.ofDays(50));

        assertThat(engine.createIncidentQuery().list()).as("incidents").isEmpty();
        assertThat(underWay.stream()
                        .filter(instance -> engine.createProcessInstanceQuery()
                                        .processInstanceId(instance.getId())
                                        .count()
                                > 0)
                        .map(instance -> instance.getProcessDefinitionId() + " of order " + instance.getBusinessKey()))
                .as("still under way; they waited at %s", waits)
                .isEmpty();
        assertThat(shop.touchpointsMailed(first)).endsWith("reactivation");
        assertThat(shop.touchpointsMailed(undelivered)).contains("usage-check");
    }

    private Set<String> waitingPoints(List<ProcessInstance> instances) {
        return instances.stream()
                .flatMap(instance -> engine.createExecutionQuery().processInstanceId(instance.getId()).list().stream()
                        .map(Execution::getId))
                .flatMap(execution -> engine.getActiveActivityIds(execution).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void deploy(Path root, String name) throws IOException {
        var deployment = repository.createDeployment().name(name).source(name);
        for (var folder : List.of("processes", "forms")) {
            try (var files = Files.walk(root.resolve(folder))) {
                for (var file : files.filter(it -> it.toString().matches(".*\\.(bpmn|dmn|form)"))
                        .toList()) {
                    try (InputStream content = Files.newInputStream(file)) {
                        deployment.addInputStream(
                                root.toAbsolutePath()
                                        .relativize(file.toAbsolutePath())
                                        .toString(),
                                content);
                    }
                }
            }
        }
        deployment.deploy();
    }

    private OrderId delivered() {
        var order = shop.anOrder().placed();
        shop.deliver(order);
        time.advance(Duration.ofSeconds(1));
        return order;
    }

    private void answer(OrderId order) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .processDefinitionKey("supportFollowUp")
                .singleResult();
        forms.submitTaskForm(
                task.getId(), Map.of("answer", "A small E14 bulb.", "result", "SOLVED", "pauseMarketing", false));
    }

    private void complete(OrderId order, String step, Map<String, Object> answers) {
        time.advance(Duration.ofSeconds(1));
        assertThat(agents.open(order, step)).as(step).isOne();
        agents.complete(order, step, answers);
        time.advance(Duration.ofSeconds(1));
    }

    private static Map<String, Object> called() {
        var form = new HashMap<String, Object>();
        form.put("callOutcome", "SOLVED");
        form.put("callNote", "Loose contact");
        form.put("callDeed", "We sent you a new socket.");
        return form;
    }
}

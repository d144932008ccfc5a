package dev.afterglow.journey.supportfollowup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.afterglow.AfterglowTest;
import dev.afterglow.DrawingCoverage;
import dev.afterglow.TestAgents;
import dev.afterglow.TestShop;
import dev.afterglow.customer.Pause;
import dev.afterglow.customer.Pauses;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.message.Outcome;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.support.CaseEvent;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.CaseState;
import dev.afterglow.support.SupportCase;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportFollowUpTests {

    private static final Duration SILENCE = Duration.ofDays(3).plusMinutes(1);

    /** By then a question that needs a good hour has found one. */
    private static final Duration A_GOOD_HOUR = Duration.ofDays(4);

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    SupportDesk desk;

    @Autowired
    Attempts attempts;

    @Autowired
    TestAgents agents;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    Orders orders;

    @Autowired
    Pauses pauses;

    @Autowired
    JourneyTimelines timelines;

    @Autowired
    DrawingCoverage coverage;

    @BeforeAll
    void watchTheDrawing() {
        coverage.restart();
    }

    @AfterAll
    void everyStepAndFlowWasTravelled() {
        coverage.assertComplete(SupportFollowUpVariables.PROCESS);
    }

    @Test
    void answersAQuestionClosesAfterThreeDaysOfSilenceAndAsksHowItWent() throws Exception {
        var order = shop.anOrder().placedAt(LocalTime.of(10, 0));
        var id = open(order, Topic.QUESTION, "Which bulb fits?");
        assertThat(supportMails(order)).containsExactly("support-received");

        time.advance(Duration.ofHours(1));
        answer(order, "A small E14 bulb.", "result", "SOLVED");

        assertThat(supportMails(order)).containsExactly("support-received", "support-answer");
        assertThat(lastMail(order)).contains("A small E14 bulb.");
        assertThat(caseOf(id).state()).isEqualTo(CaseState.ANSWERED);
        assertThat(caseOf(id).firstResponseTime())
                .get()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofHours(1), Duration.ofMinutes(65)));

        time.advance(SILENCE);
        assertThat(caseOf(id).state()).isEqualTo(CaseState.CLOSED);
        time.advance(A_GOOD_HOUR);

        assertThat(supportMails(order)).containsExactly("support-received", "support-answer", "support-satisfaction");
        assertThat(caseOf(id).resolutionTime())
                .get()
                .satisfies(wait -> assertThat(wait).isLessThan(Duration.ofMinutes(65)));
        assertThat(desk.isOpen(order)).isFalse();
        assertThat(desk.history(id))
                .extracting(CaseEvent::what)
                .containsExactly("OPENED", "TRIAGED", "SOLVED", "CLOSED");
        assertThat(runningFollowUps(order)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"INFORMED", "UNSOLVED"})
    void doesNotAskHowItWentWhenTheOutcomeIsNotWorthIt(CaseOutcome outcome) {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.QUESTION, "Do you sell candles?");

        answer(order, "Not yet.", "result", outcome.name());
        time.advance(SILENCE);

        assertThat(caseOf(id).outcome()).isEqualTo(outcome);
        assertThat(caseOf(id).state()).isEqualTo(CaseState.CLOSED);
        assertThat(supportMails(order)).containsExactly("support-received", "support-answer");
    }

    @Test
    void givesTheAgentEverythingInOneForm() {
        var order = shop.anOrder().reading(Locale.GERMAN).placed();
        open(order, Topic.QUESTION, "Welche Birne passt?");

        var task = taskOf(order);

        assertThat(task.getName()).isEqualTo("Answer customer · " + numberOf(order) + " · Anna A.");
        assertThat(task.getPriority()).isEqualTo(50);
        assertThat(task.getDueDate().toInstant()).isAfter(time.now().plus(Duration.ofHours(14)));
        assertThat(candidateGroup(task)).isEqualTo("support");
        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsEntry("customerName", "Anna Ami")
                .containsEntry("customerLanguage", "German")
                .containsEntry("product", "Aube table lamp")
                .containsEntry("warranty", "Running")
                .containsEntry("result", "SOLVED")
                .hasEntrySatisfying(
                        "conversation", said -> assertThat(said.toString()).contains("Welche Birne passt?"))
                .hasEntrySatisfying(
                        "story", story -> assertThat(story.toString()).contains("support received · sent"))
                .hasEntrySatisfying(
                        "answer", draft -> assertThat(draft.toString()).contains("vielen Dank", "„Aube table lamp“"));
        assertThat(forms.getDeployedTaskForm(task.getId())).isNotNull();
    }

    @Test
    void arrangesARepairAndBringsTheReplyBackIntoTheSameCase() throws Exception {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.CARE_AND_REPAIR, "The switch is loose.");
        assertThat(taskOf(order).getTaskDefinitionKey()).isEqualTo("userTask_arrangeRepair");
        assertThat(candidateGroup(taskOf(order))).isEqualTo("care");

        answer(order, "We send you a new switch.", "arrangement", "SPARE_PART");
        assertThat(lastMail(order)).contains("We send you a new switch.");
        reply(id, "Wonderful. How do I mount it?");

        var task = taskOf(order);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_answerCustomer");
        assertThat(tasks.getVariableLocal(task.getId(), "conversation").toString())
                .contains("The switch is loose.", "We send you a new switch.", "How do I mount it?");
        assertThat(caseOf(id).state()).isEqualTo(CaseState.OPEN);
        answer(order, "With two screws.", "result", "SOLVED");
        time.advance(SILENCE.plus(A_GOOD_HOUR));

        assertThat(supportMails(order))
                .containsExactly("support-received", "repair-arranged", "support-answer", "support-satisfaction");
        assertThat(desk.history(id))
                .extracting(CaseEvent::what, CaseEvent::why)
                .contains(tuple("REPAIR_ARRANGED", "SPARE_PART"));
    }

    @ParameterizedTest
    @EnumSource(names = {"WARRANTY_ACCEPTED", "WARRANTY_REFUSED"})
    void decidesAWarrantyClaimAndTellsWhy(CaseOutcome decision) throws Exception {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.WARRANTY_CLAIM, "It does not light up.");
        assertThat(taskOf(order).getTaskDefinitionKey()).isEqualTo("userTask_decideWarrantyClaim");

        answer(order, "Because of the socket.", "decision", decision.name());

        assertThat(lastMail(order)).contains("Because of the socket.");
        time.advance(SILENCE.plus(A_GOOD_HOUR));
        assertThat(caseOf(id).outcome()).isEqualTo(decision);
        assertThat(supportMails(order).contains("support-satisfaction"))
                .isEqualTo(decision == CaseOutcome.WARRANTY_ACCEPTED);
    }

    @Test
    void readsWhatTheCustomerAddedWhileTheAgentWasWriting() {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.QUESTION, "Which bulb fits?");
        var task = taskOf(order);
        reply(id, "I mean the outdoor lamp.");

        submit(task, "An E14 bulb.", "result", "SOLVED");

        assertThat(caseOf(id).state()).isEqualTo(CaseState.OPEN);
        assertThat(taskOf(order).getId()).isNotEqualTo(task.getId());
        answer(order, "Outdoors an E27 bulb.", "result", "SOLVED");
        time.advance(SILENCE.plus(A_GOOD_HOUR));
        assertThat(caseOf(id).state()).isEqualTo(CaseState.CLOSED);
        assertThat(supportMails(order))
                .containsExactly("support-received", "support-answer", "support-answer", "support-satisfaction");
    }

    @Test
    void asksASupervisorWhenNobodyAnswersInTime() {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.QUESTION, "Anybody there?");

        time.advance(Duration.ofDays(5));

        assertThat(caseOf(id).escalatedAt()).isNotNull();
        var supervisors = tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .taskCandidateGroup("supervisors")
                .singleResult();
        assertThat(supervisors.getName()).startsWith("Look into overdue case · ");
        assertThatThrownBy(() -> forms.submitTaskForm(supervisors.getId(), Map.of("note", " ")))
                .hasMessageContaining("Write in a sentence");
        forms.submitTaskForm(supervisors.getId(), Map.of("note", "Asked Ben to answer today."));
        answer(order, "Sorry for the wait.", "result", "SOLVED");
        time.advance(SILENCE.plus(A_GOOD_HOUR));

        assertThat(desk.history(id))
                .extracting(CaseEvent::what)
                .containsExactly("OPENED", "TRIAGED", "ESCALATED", "STEPPED_IN", "SOLVED", "CLOSED");
        assertThat(runningFollowUps(order)).isZero();
    }

    @Test
    void endsTheSupervisorsTaskOnceTheCustomerIsAnswered() {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.QUESTION, "Anybody there?");
        time.advance(Duration.ofDays(5));
        assertThat(agents.open(order, "userTask_lookIntoOverdueCase")).isOne();

        submit(agents.task(order, "userTask_answerCustomer"), "Sorry for the wait.", "result", "SOLVED");
        time.advance(Duration.ofSeconds(1));
        assertThat(agents.open(order, "userTask_lookIntoOverdueCase")).isZero();
        assertThat(supportMails(order)).endsWith("support-answer");

        desk.customerAnswered(id, "And which shade?");
        time.advance(Duration.ofSeconds(1));
        assertThat(agents.open(order, "userTask_lookIntoOverdueCase")).isZero();
        time.advance(Duration.ofDays(5));
        assertThat(agents.open(order, "userTask_lookIntoOverdueCase")).isOne();
        submit(agents.task(order, "userTask_answerCustomer"), "The small one.", "result", "SOLVED");
        time.advance(SILENCE.plus(A_GOOD_HOUR));
        assertThat(runningFollowUps(order)).isZero();
    }

    @Test
    void opensAClosedCaseAgainWhenSheWritesLater() {
        var order = shop.anOrder().placedAt(LocalTime.of(22, 0));
        var id = open(order, Topic.QUESTION, "Which bulb fits?");
        answer(order, "An E14 bulb.", "result", "SOLVED");
        time.advance(SILENCE);
        assertThat(caseOf(id).state()).isEqualTo(CaseState.CLOSED);

        reply(id, "It does not fit.");

        assertThat(caseOf(id).state()).isEqualTo(CaseState.OPEN);
        assertThat(runningFollowUps(order)).isOne();
        assertThat(supportMails(order)).doesNotContain("support-satisfaction");
        answer(order, "Then send us a picture.", "result", "UNSOLVED");
        time.advance(SILENCE);
        assertThat(caseOf(id).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void refusesAnAnswerWithoutWordsOrOutcomeAndLosesNothing() {
        var order = shop.anOrder().placed();
        open(order, Topic.QUESTION, "Which bulb fits?");
        var task = taskOf(order);

        assertThatThrownBy(() -> submit(task, "  ", "result", "SOLVED"))
                .hasMessageContaining("Write what the customer");
        assertThatThrownBy(() -> submit(task, "An E14 bulb.", "result", "WARRANTY_ACCEPTED"))
                .hasMessageContaining("Choose what this comes to");
        assertThatThrownBy(() -> submit(task, "x".repeat(5001), "result", "SOLVED"))
                .hasMessageContaining("shorten it to 5000");

        assertThat(taskOf(order).getId()).isEqualTo(task.getId());
        submit(task, "x".repeat(4999), "result", "SOLVED");
        assertThat(supportMails(order)).contains("support-answer");
    }

    @Test
    void letsMarketingRestWhenTheAgentAsksForIt() {
        var order = shop.anOrder().placed();
        var customer = orders.byId(order).orElseThrow().customer();
        var id = open(order, Topic.QUESTION, "Stop writing to me every day.");
        assertThat(pauses.of(customer)).isEmpty();

        var task = taskOf(order);
        tasks.setAssignee(task.getId(), "ben");
        forms.submitTaskForm(task.getId(), Map.of("answer", "We will.", "result", "INFORMED", "pauseMarketing", true));

        assertThat(pauses.of(customer).map(Pause::by)).contains("ben");
        assertThat(desk.history(id))
                .filteredOn(event -> event.what().equals("MARKETING_PAUSED"))
                .extracting(CaseEvent::who)
                .containsExactly("ben");
        time.advance(Duration.ofDays(31));
        assertThat(pauses.of(customer)).isEmpty();
    }

    @Test
    void searchesForAParcelThatHasNotArrivedByDay25() throws Exception {
        var order = shop.anOrder().placed();

        time.advance(Duration.ofDays(26));

        assertThat(desk.of(order)).extracting(SupportCase::topic).containsExactly(Topic.PARCEL_SEARCH);
        assertThat(supportMails(order)).containsExactly("support-received");
        assertThat(lastMail(order)).contains("looking for it");
        assertThat(agents.task(order, "userTask_answerCustomer").getPriority()).isEqualTo(80);
    }

    @Test
    void sellsNothingToSomebodyWhoWaitsForHelp() {
        var order = shop.anOrder().placed();
        time.advance(Duration.ofDays(9));
        open(order, Topic.QUESTION, "Where is my answer?");

        time.advance(Duration.ofDays(5)); // a Sunday and a holiday may lie between

        assertThat(timelines.of(order).touchpoints())
                .filteredOn(record -> record.touchpoint().equals("cross-sell"))
                .extracting(record -> record.outcome().reason())
                .containsExactly(Outcome.Reason.OPEN_CASE);
    }

    @Test
    void outlivesTheOrdersCancellation() {
        var order = shop.anOrder().placed();
        var id = open(order, Topic.QUESTION, "Where is my refund?");

        shop.cancel(order);
        answer(order, "On its way.", "result", "SOLVED");
        time.advance(SILENCE);

        assertThat(caseOf(id).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void takesAHundredClicksAsOneCase() {
        var order = shop.anOrder().placed();

        IntStream.range(0, 100)
                .parallel()
                .forEach(click ->
                        attempts.inTransaction(() -> desk.open(order, Topic.QUESTION, "Which bulb fits?", null)));
        time.advance(Duration.ZERO);

        assertThat(desk.of(order)).hasSize(1);
        assertThat(runningFollowUps(order)).isOne();
        assertThat(supportMails(order)).containsExactly("support-received");
    }

    @Test
    void keepsWhatPeopleWroteOutOfTheEngine() {
        var order = shop.anOrder().placed();
        open(order, Topic.QUESTION, "a secret of the customer");
        answer(order, "a secret of the agent", "result", "SOLVED");
        var instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString(), SupportFollowUpVariables.PROCESS)
                .singleResult()
                .getId();

        assertThat(engine.getVariables(instance))
                .containsOnlyKeys(
                        "reference",
                        "topic",
                        "productKnown",
                        "warrantyRunning",
                        "loyalCustomer",
                        "orderValue",
                        "team",
                        "priority",
                        "dueHours",
                        "replied");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("secret"))
                .noneMatch(variable -> variable.getName().equals("answer"));
    }

    private CaseId open(OrderId order, Topic topic, String words) {
        var id = attempts.inTransaction(() -> desk.open(order, topic, words, null));
        time.advance(Duration.ZERO);
        return id;
    }

    private void reply(CaseId id, String words) {
        attempts.inTransaction(() -> {
            desk.customerAnswered(id, words);
            return id;
        });
        time.advance(Duration.ZERO);
    }

    private void answer(OrderId order, String words, String choice, String chosen) {
        submit(taskOf(order), words, choice, chosen);
    }

    private void submit(Task task, String words, String choice, String chosen) {
        var filledIn = new HashMap<String, Object>(Map.of("answer", words, choice, chosen, "pauseMarketing", false));
        forms.submitTaskForm(task.getId(), filledIn);
        time.advance(Duration.ZERO);
    }

    private Task taskOf(OrderId order) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult();
    }

    private String candidateGroup(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    }

    private SupportCase caseOf(CaseId id) {
        return desk.byId(id).orElseThrow();
    }

    private String numberOf(OrderId order) {
        return orders.byId(order).orElseThrow().number();
    }

    private long runningFollowUps(OrderId order) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString(), SupportFollowUpVariables.PROCESS)
                .count();
    }

    private List<String> supportMails(OrderId order) {
        return shop.touchpointsMailed(order).stream()
                .filter(touchpoint -> touchpoint.matches("support-.*|repair-arranged|warranty-decided"))
                .toList();
    }

    private String lastMail(OrderId order) throws MessagingException, IOException {
        var mails = shop.mailsOf(order);
        return GreenMailUtil.getBody(mails.get(mails.size() - 1));
    }
}

package dev.afterglow.journey.handwrittennote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AfterglowTest;
import dev.afterglow.DrawingCoverage;
import dev.afterglow.TestShop;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.journey.handwrittennote.Note.State;
import dev.afterglow.order.Address;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.support.CaseAnswer;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.CaseWork;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandwrittenNoteTests {

    private static final Address LYON = new Address("Anna Ami", "12 rue des Tilleuls", "69001", "Lyon", null, "FR");

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Notes notes;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    FilterService filters;

    @Autowired
    SupportDesk desk;

    @Autowired
    CaseWork work;

    @Autowired
    Attempts attempts;

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
        coverage.assertComplete(HandwrittenNoteVariables.PROCESS);
    }

    @Test
    void aColleagueWritesToWhoeverDaredAGreatFirstOrder() {
        var order = delivered(aGreatOrder().reading(Locale.FRENCH));

        var task = taskOf(order);
        assertThat(task.getName()).startsWith("Write a note").contains("Anna A.");
        assertThat(tasks.getIdentityLinksForTask(task.getId())).anyMatch(link -> "care".equals(link.getGroupId()));
        assertThat(task.getDueDate()).isNotNull();
        var shown = tasks.getVariablesLocal(task.getId());
        assertThat(shown.get("address")).isEqualTo("Anna Ami\n12 rue des Tilleuls\n69001 Lyon\nFrance");
        assertThat(shown.get("items")).isEqualTo("2 × Aube table lamp");
        assertThat(shown.get("customerLanguage")).isEqualTo("French");
        assertThat(shown.get("why")).isEqualTo("Her first order with us, and not a small one. It has arrived.");
        assertThat(shown.get("suggestedWords").toString())
                .startsWith("Bonjour Anna,")
                .contains("merci pour votre première commande", "Aube table lamp")
                .endsWith("Maison Lumen");

        fillIn(order, "WRITTEN", "With a pressed flower.");

        assertThat(notes.of(order)).singleElement().satisfies(note -> {
            assertThat(note.state()).isEqualTo(State.WRITTEN);
            assertThat(note.rule()).isEqualTo("rule_firstOrder");
            assertThat(note.remark()).isEqualTo("With a pressed flower.");
        });
        assertThat(open(order)).isEmpty();
    }

    @Test
    void theGroupsOwnFilterListsTheTask() {
        var order = delivered(aGreatOrder());

        var mine = filters.createTaskFilterQuery().filterName("My group: care").singleResult();

        assertThat(filters.<Task>list(mine.getId()))
                .extracting(Task::getId)
                .contains(taskOf(order).getId());
        fillIn(order, "NOT_WRITTEN", "Moved away.");
    }

    @Test
    void aNoteThatIsNotWrittenIsRecordedAndTheJourneyNeverWaitedForIt() {
        var order = delivered(aGreatOrder());
        time.advance(Duration.ofDays(4));
        assertThat(taskOf(order)).isNotNull();
        assertThat(shop.touchpointsMailed(order)).contains("order-confirmation", "welcome");

        fillIn(order, "NOT_WRITTEN", null);

        assertThat(notes.of(order))
                .singleElement()
                .satisfies(note -> assertThat(note.state()).isEqualTo(State.NOT_WRITTEN));
        assertThat(timelines.of(order).ahead()).isNotEmpty();
    }

    @Test
    void aNoteThatNobodyFoundTheTimeForLapsesAfterThreeWeeks() {
        var order = delivered(aGreatOrder());
        time.advance(Duration.ofDays(25));

        assertThat(notes.of(order))
                .singleElement()
                .satisfies(note -> assertThat(note.state()).isEqualTo(State.LAPSED));
        assertThat(open(order)).isEmpty();
    }

    @Test
    void anAnswerThatIsNoneIsRefusedInWordsAndNothingIsLost() {
        var order = delivered(aGreatOrder());

        assertThatThrownBy(() -> fillIn(order, "PERHAPS", null)).hasStackTraceContaining("choose one of the two");

        assertThat(taskOf(order)).isNotNull();
        fillIn(order, "WRITTEN", null);
    }

    @Test
    void smallOrdersAndOrdersWithoutAnAddressGetNone() {
        assertThat(notes.of(delivered(shop.anOrder().to(LYON)))).isEmpty();
        assertThat(notes.of(delivered(aGreatOrder().to(Address.NONE)))).isEmpty();
    }

    @Test
    void theFifthOrderIsAnsweredByHandAndTheSixthIsNot() {
        for (var order = 1; order <= 4; order++) {
            assertThat(notes.of(
                            delivered(shop.anOrder().by("faithful@example.org").to(LYON))))
                    .isEmpty();
        }

        var fifth = delivered(shop.anOrder().by("faithful@example.org").to(LYON));
        assertThat(notes.of(fifth)).extracting(Note::reason).containsExactly("VIP");
        fillIn(fifth, "WRITTEN", null);
        assertThat(notes.of(delivered(shop.anOrder().by("faithful@example.org").to(LYON))))
                .isEmpty();
    }

    @Test
    void aComplaintThatWasSolvedIsFollowedByANoteAndAQuestionIsNot() {
        var order = shop.anOrder().to(LYON).placedAt(LocalTime.NOON);
        closed(order, Topic.QUESTION);
        assertThat(notes.of(order)).isEmpty();

        closed(order, Topic.WARRANTY_CLAIM);

        assertThat(notes.of(order)).extracting(Note::reason).containsExactly("COMPLAINT_SOLVED");
        assertThat(tasks.getVariablesLocal(taskOf(order).getId()).get("why"))
                .isEqualTo("Something went wrong with her order, and it has been put right.");
        fillIn(order, "WRITTEN", null);
    }

    private TestShop.NewOrder aGreatOrder() {
        return shop.anOrder()
                .to(LYON)
                .holding(new OrderLine("1", "LAMP", "Aube table lamp", null, 2, new BigDecimal("89.00"), 0));
    }

    private OrderId delivered(TestShop.NewOrder order) {
        var id = order.placed();
        shop.deliver(id);
        return id;
    }

    /** The case's own drawing works on it as well; here the desk answers and closes it at once. */
    private void closed(OrderId order, Topic topic) {
        CaseId id = attempts.inTransaction(() -> desk.open(order, topic, "It flickers.", "LAMP"));
        work.answer(id, new CaseAnswer("cleo", "We sent a new one.", null, false, CaseOutcome.SOLVED, null));
        work.close(id);
    }

    private void fillIn(OrderId order, String result, String remark) {
        forms.submitTaskForm(
                taskOf(order).getId(),
                remark == null ? Map.of("result", result) : Map.of("result", result, "remark", remark));
    }

    private Task taskOf(OrderId order) {
        return tasks.createTaskQuery()
                .processDefinitionKey(HandwrittenNoteVariables.PROCESS)
                .processInstanceBusinessKey(order.toString())
                .singleResult();
    }

    private List<Task> open(OrderId order) {
        return tasks.createTaskQuery()
                .processDefinitionKey(HandwrittenNoteVariables.PROCESS)
                .processInstanceBusinessKey(order.toString())
                .list();
    }
}

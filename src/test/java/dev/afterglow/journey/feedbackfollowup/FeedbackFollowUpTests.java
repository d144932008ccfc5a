package dev.afterglow.journey.feedbackfollowup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.afterglow.AfterglowTest;
import dev.afterglow.DrawingCoverage;
import dev.afterglow.TestShop;
import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.FeedbackId;
import dev.afterglow.feedback.FeedbackState;
import dev.afterglow.feedback.FeedbackStep;
import dev.afterglow.feedback.Reception;
import dev.afterglow.feedback.Reception.Result;
import dev.afterglow.feedback.ReferralCodes;
import dev.afterglow.feedback.Review;
import dev.afterglow.feedback.Reviews;
import dev.afterglow.feedback.Sentiment;
import dev.afterglow.feedback.UsageAnswer;
import dev.afterglow.feedback.WrittenReview;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.CaseMessage;
import dev.afterglow.support.SupportDesk;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through feedback-follow-up.bpmn. */
@AfterglowTest
class FeedbackFollowUpTests {

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    FeedbackDesk desk;

    @Autowired
    Answers answers;

    @Autowired
    Reviews reviews;

    @Autowired
    ReferralCodes codes;

    @Autowired
    SupportDesk support;

    @Autowired
    Attempts attempts;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identities;

    @Autowired
    HistoryService history;

    private OrderId order;

    @BeforeAll
    static void startCounting(@Autowired DrawingCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyStepAndFlowWasTravelled(@Autowired DrawingCoverage coverage) {
        coverage.assertComplete("feedbackFollowUp");
    }

    @BeforeEach
    void placeAnOrder() {
        order = shop.anOrder().placed();
    }

    @AfterEach
    void endItsJourney() {
        shop.cancel(order);
    }

    /** In the hours in which we write, with working days ahead: a day of business hours is the next day then. */
    private void orderOnATuesday() {
        shop.cancel(order);
        var paris = ZoneId.of("Europe/Paris");
        var tuesday = time.now().atZone(paris).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        while (hasAHolidayAhead(tuesday.toLocalDate())) {
            tuesday = tuesday.plusWeeks(1);
        }
        time.advanceTo(tuesday.with(LocalTime.of(10, 0)).toInstant());
        order = shop.anOrder().placed();
    }

    private static boolean hasAHolidayAhead(LocalDate tuesday) {
        return tuesday.datesUntil(tuesday.plusDays(4)).anyMatch(HOLIDAYS::isHoliday);
    }

    @Test
    void thanksAPromoterWithACodeOfHerOwn() throws Exception {
        orderOnATuesday();
        var id = taken(desk.score(order, 10, "Lovely lamp"));
        time.advance(Duration.ZERO);

        var code = codes.of(answer(id).customer()).orElseThrow();
        assertThat(code).matches("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(textOf("feedback-promoter")).contains(code).contains("https://after.maison-lumen.example/a/");
        assertThat(codes.ownerOf(code.toLowerCase(Locale.ROOT)))
                .contains(answer(id).customer());
        assertSettled(id, "THANK");
        assertThat(answers.npsOf(order)).contains(10);
        assertThat(answers.latestSentiment(order)).contains(Sentiment.POSITIVE);
    }

    @Test
    void asksAPassiveCustomerWhatIsMissingAndHearsHerAnswer() throws Exception {
        orderOnATuesday();
        var id = taken(desk.score(order, 7, null));
        time.advance(Duration.ZERO);
        assertThat(textOf("feedback-passive")).contains("https://after.maison-lumen.example/a/");
        assertSettled(id, "ASK");

        desk.explain(order, "A longer cable would be nice");
        time.advance(Duration.ofDays(3));

        assertThat(answer(id).wish()).isEqualTo("A longer cable would be nice");
        assertThat(mailed("feedback-passive")).hasSize(1);
        assertSettled(id, "ASK");
    }

    @Test
    void callsBackWhoeverExplainsAFairScoreInUnhappyWords() {
        var id = taken(desk.score(order, 8, null));
        time.advance(Duration.ZERO);

        desk.explain(order, "The second shade arrived broken");

        assertThat(task("Call back").getTaskDefinitionKey()).isEqualTo("userTask_callBack");
        assertThat(answers.latestSentiment(order)).contains(Sentiment.NEGATIVE);
        assertThat(answers.isBeingCaredFor(answer(id).customer())).isTrue();
    }

    @Test
    void showsTheCallerWhoSaidWhatAndHowToBegin() {
        orderOnATuesday();
        desk.score(order, 3, "It flickers");

        var call = task("Call back");

        assertThat(call.getName()).matches("Call back · \\d+ · Anna A\\.");
        assertThat(groups(call)).containsExactly("care");
        assertThat(call.getDueDate().toInstant())
                .isCloseTo(time.now().plus(Duration.ofDays(1)), within(10, ChronoUnit.SECONDS));
        assertThat(tasks.getVariablesLocal(call.getId()))
                .containsEntry("why", "She gave us 3 of 10.")
                .containsEntry("said", "It flickers")
                .hasEntrySatisfying(
                        "suggestedAnswer",
                        words -> assertThat(words.toString()).startsWith("Hello Anna, this is Maison Lumen."));
    }

    @Test
    void tellsWhatWasDoneAfterACall() throws Exception {
        var id = taken(desk.score(order, 2, "It flickers"));

        fillInAs("carla", "Call back", call("SOLVED", "Loose contact", "We sent you a new socket."));
        time.advance(Duration.ZERO);

        assertThat(textOf("you-said-we-did")).contains("You said, we did").contains("We sent you a new socket.");
        assertSettled(id, "SOLVED");
        assertThat(answers.historyOf(id))
                .filteredOn(step -> step.event() == FeedbackStep.Event.CALLED)
                .singleElement()
                .satisfies(step -> assertThat(step.who()).isEqualTo("carla"))
                .satisfies(step -> assertThat(step.note()).isEqualTo("Loose contact"));
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("socket") || value.contains("Loose contact"));
    }

    @Test
    void mailsNothingWhenEverythingWasSaidOnThePhone() {
        var id = taken(desk.score(order, 4, null));

        fillIn("Call back", call("SOLVED", null, " "));
        time.advance(Duration.ZERO);

        assertThat(mailed("you-said-we-did")).isEmpty();
        assertSettled(id, "SOLVED");
    }

    @Test
    void opensACaseFromACall() {
        var id = taken(desk.score(order, 1, "Terrible"));

        fillIn("Call back", call("CASE_NEEDED", "The socket melted; she wants a repair", null));
        time.advance(Duration.ZERO);

        assertSettled(id, "CASE_NEEDED");
        assertThat(support.conversation(CaseId.parse(answer(id).supportCase())))
                .extracting(CaseMessage::words)
                .containsExactly("The socket melted; she wants a repair");
    }

    @Test
    void callsThreeTimesOnWorkingDaysAndThenLeavesHerInPeace() {
        orderOnATuesday();
        var id = taken(desk.score(order, 5, null));

        for (var day = 1; day <= 3; day++) {
            fillIn("Call back", call("NOT_REACHED", null, null));
            if (day < 3) {
                assertThat(openTasks()).isEmpty();
                time.advance(Duration.ofDays(1));
            }
        }

        assertThat(openTasks()).isEmpty();
        assertSettled(id, "GIVEN_UP");
    }

    @Test
    void showsALateCallToTheSupervisorsAndKeepsItWithTheCare() {
        orderOnATuesday();
        var id = taken(desk.score(order, 0, null));
        time.advance(Duration.ofHours(23));
        assertThat(groups(task("Call back"))).containsExactly("care");

        time.advance(Duration.ofHours(2));

        assertThat(groups(task("Call back"))).containsExactlyInAnyOrder("care", "supervisors");
        assertThat(task("Call back").getPriority()).isEqualTo(90);
        assertThat(answers.historyOf(id)).extracting(FeedbackStep::event).contains(FeedbackStep.Event.ESCALATED);
    }

    @Test
    void tellsTheCallerWhatIsMissingAndLosesNothing() {
        desk.score(order, 3, null);

        assertThatThrownBy(() -> fillIn("Call back", call("", null, null)))
                .hasStackTraceContaining("Choose what came of the call");
        assertThatThrownBy(() -> fillIn("Call back", call("CASE_NEEDED", null, null)))
                .hasStackTraceContaining("Write in the note what the case is about");
        assertThatThrownBy(() -> fillIn("Call back", call("NOT_REACHED", null, "We did this")))
                .hasStackTraceContaining("Leave it empty for now");

        assertThat(openTasks()).hasSize(1);
    }

    @Test
    void recordsThatItWorksWell() {
        var id = taken(desk.answer(order, UsageAnswer.WORKS_WELL, null));

        assertSettled(id, "NONE");
        assertThat(openTasks()).isEmpty();
        assertThat(answers.latestSentiment(answer(id).customer())).contains(Sentiment.POSITIVE);
    }

    @Test
    void asksOnceMoreAWeekAfterNotYet() {
        shop.deliver(order);
        time.advance(Duration.ofDays(5));
        var id = taken(desk.answer(order, UsageAnswer.NOT_YET, null));
        time.advance(Duration.ofDays(6));
        assertThat(mailed("usage-check-again")).isEmpty();

        time.advance(Duration.ofDays(6));
        assertThat(mailed("usage-check-again")).hasSize(1);
        assertSettled(id, "CHECK_AGAIN");

        desk.answer(order, UsageAnswer.NOT_YET, "Still no time");
        time.advance(Duration.ofDays(14));
        assertThat(mailed("usage-check-again")).hasSize(1);
    }

    @Test
    void passesAProblemToTheSupportOnceWhateverSheAdds() {
        var id = taken(desk.answer(order, UsageAnswer.PROBLEM, null));
        time.advance(Duration.ZERO);
        var supportCase = answer(id).supportCase();
        assertThat(supportCase).isNotNull();

        desk.answer(order, UsageAnswer.PROBLEM, "The switch is stuck");
        time.advance(Duration.ZERO);

        assertThat(answer(id).supportCase()).isEqualTo(supportCase);
        assertThat(support.of(order)).hasSize(1);
        assertThat(support.conversation(CaseId.parse(supportCase)))
                .extracting(CaseMessage::words)
                .containsExactly("There is a problem.", "The switch is stuck");
        assertSettled(id, "OPEN_CASE");
    }

    @Test
    void publishesWhatAPersonApprovedAndSaysSo() throws Exception {
        var id = taken(desk.review(order, review(5, true)));
        assertThat(groups(task("Moderate review"))).containsExactly("support");
        assertThat(tasks.getVariablesLocal(task("Moderate review").getId()))
                .containsEntry("reviewTitle", "Warm light")
                .containsEntry("signedAs", "Anna A.");
        assertThat(reviews.approvedReviews("LAMP", 100)).extracting(Review::id).doesNotContain(id);

        fillInAs("sven", "Moderate review", verdict("APPROVE", null, "We now ship it with a bulb."));
        time.advance(Duration.ZERO);

        assertThat(reviews.approvedReviews("LAMP", 100))
                .filteredOn(review -> review.id().equals(id))
                .singleElement()
                .satisfies(review -> assertThat(review.author()).isEqualTo("Anna A."))
                .satisfies(review -> assertThat(review.verified()).isTrue());
        assertThat(textOf("review-published")).contains("We now ship it with a bulb.");
        assertSettled(id, "APPROVED");
        assertThat(answers.historyOf(id)).extracting(FeedbackStep::who).contains("sven");
    }

    @Test
    void refusesAReviewWithAReasonAndNeverWithout() throws Exception {
        var id = taken(desk.review(order, review(4, true)));
        assertThatThrownBy(() -> fillIn("Moderate review", verdict("REFUSE", null, null)))
                .hasStackTraceContaining("Say why the review cannot be published");
        assertThatThrownBy(() -> fillIn("Moderate review", verdict("", null, null)))
                .hasStackTraceContaining("Choose whether to publish");

        fillIn("Moderate review", verdict("REFUSE", "It names our driver.", null));
        time.advance(Duration.ZERO);

        assertThat(textOf("review-refused")).contains("It names our driver.");
        assertThat(reviews.byId(id).orElseThrow().state()).isEqualTo(Review.State.REFUSED);
        assertSettled(id, "REFUSED");
    }

    @Test
    void callsBackForABadReviewWhileItIsReadLikeAnyOther() {
        var id = taken(desk.review(order, review(1, true)));
        assertThat(openTasks())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("userTask_callBack", "userTask_moderateReview");

        fillIn("Moderate review", verdict("APPROVE", null, null));
        time.advance(Duration.ZERO);
        assertThat(reviews.byId(id).orElseThrow().state()).isEqualTo(Review.State.APPROVED);
        assertThat(answer(id).state()).isEqualTo(FeedbackState.FOLLOWED_UP);

        fillIn("Call back", call("SOLVED", null, "We exchanged it."));
        time.advance(Duration.ZERO);
        assertThat(mailed("review-published")).hasSize(1);
        assertThat(mailed("you-said-we-did")).hasSize(1);
        assertSettled(id, "APPROVED");
    }

    @Test
    void keepsAReviewForUsAlone() {
        var id = taken(desk.review(order, review(5, false)));

        assertThat(openTasks()).isEmpty();
        assertSettled(id, "NONE");
        assertThat(reviews.approvedReviews("LAMP", 100)).extracting(Review::id).doesNotContain(id);
    }

    @Test
    void beginsAnewWhenSheChangesHerMindWithinADayAndKeepsHerWordAfterwards() {
        orderOnATuesday();
        var id = taken(desk.score(order, 2, null));
        assertThat(openTasks()).hasSize(1);

        taken(desk.score(order, 9, "A slip of the finger"));
        time.advance(Duration.ZERO);
        assertThat(openTasks()).isEmpty();
        assertSettled(id, "THANK");

        taken(desk.score(order, 8, null));
        time.advance(Duration.ofHours(25));
        var late = desk.score(order, 0, null);
        assertThat(late).isEqualTo(new Reception(id, Result.TOO_LATE));
        assertThat(answers.npsOf(order)).contains(8);
    }

    @Test
    void letsAReviewBeRewrittenUntilSomebodyHasDecided() {
        var id = taken(desk.review(order, review(3, true)));
        taken(desk.review(order, review(4, true)));
        assertThat(openTasks()).hasSize(1);

        fillIn("Moderate review", verdict("APPROVE", null, null));

        assertThat(desk.review(order, review(1, true)).result()).isEqualTo(Result.TOO_LATE);
        assertThat(reviews.byId(id).orElseThrow().stars()).isEqualTo(4);
    }

    @Test
    void hearsAnAnswerAfterTheJourneyIsOver() {
        shop.cancel(order);
        time.advance(Duration.ofDays(1));

        var id = taken(desk.answer(order, UsageAnswer.WORKS_WELL, null));

        assertSettled(id, "NONE");
    }

    @Test
    void makesOneCallOfManyClicksAtTheSameTime() throws Exception {
        var clicks = Executors.newFixedThreadPool(8);
        Callable<Reception> click = () -> attempts.inTransaction(() -> desk.score(order, 3, "Broken"));

        var done = clicks.invokeAll(Collections.nCopies(24, click));
        clicks.shutdown();

        for (var reception : done) {
            assertThat(reception.get().stands()).isTrue();
        }
        assertThat(openTasks()).hasSize(1);
        assertThat(answers.of(order)).hasSize(1);
    }

    @Test
    void refusesWhatNoFormOfOursAsks() {
        assertThatThrownBy(() -> desk.score(order, 11, null)).hasMessage("Choose a number from 0 to 10.");
        assertThatThrownBy(() -> desk.explain(order, "Hello")).hasMessageContaining("choose a number first");
        assertThatThrownBy(() -> desk.score(new OrderId(987654321), 3, null)).hasMessage("There is no such order.");
        assertThatThrownBy(() -> desk.review(order, new WrittenReview("OTHER", 5, "Nice", null, true, true, null)))
                .hasMessage("Choose one of the products of your order.");
        assertThat(answers.of(order)).isEmpty();
    }

    private static WrittenReview review(int stars, boolean mayPublish) {
        return new WrittenReview("LAMP", stars, "Warm light", "It makes the evening.", mayPublish, true, null);
    }

    private static Map<String, Object> call(String outcome, String note, String deed) {
        var form = new HashMap<String, Object>();
        form.put("callOutcome", outcome);
        form.put("callNote", note);
        form.put("callDeed", deed);
        return form;
    }

    private static Map<String, Object> verdict(String verdict, String reason, String deed) {
        var form = new HashMap<String, Object>();
        form.put("moderationVerdict", verdict);
        form.put("moderationReason", reason);
        form.put("moderationDeed", deed);
        return form;
    }

    private FeedbackId taken(Reception reception) {
        assertThat(reception.result()).isEqualTo(Result.TAKEN);
        return reception.id();
    }

    private void fillIn(String task, Map<String, Object> form) {
        forms.submitTaskForm(task(task).getId(), form);
    }

    private void fillInAs(String person, String task, Map<String, Object> form) {
        var id = task(task).getId();
        tasks.setAssignee(id, person);
        identities.setAuthenticatedUserId(person);
        try {
            forms.submitTaskForm(id, form);
        } finally {
            identities.clearAuthentication();
        }
    }

    private Task task(String name) {
        return openTasks().stream()
                .filter(task -> task.getName().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Task> openTasks() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .processDefinitionKey("feedbackFollowUp")
                .list();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private Feedback answer(FeedbackId id) {
        return answers.byId(id).orElseThrow();
    }

    private void assertSettled(FeedbackId id, String outcome) {
        assertThat(answer(id).state()).isEqualTo(FeedbackState.SETTLED);
        assertThat(answer(id).outcome()).isEqualTo(outcome);
        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.toString(), "feedbackFollowUp")
                        .list())
                .isEmpty();
    }

    private List<MimeMessage> mailed(String touchpoint) {
        return shop.mailsOf(order).stream()
                .filter(mail -> touchpoint.equals(header(mail)))
                .toList();
    }

    private static String header(MimeMessage mail) {
        try {
            return mail.getHeader("X-Afterglow-Touchpoint", null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String textOf(String touchpoint) throws MessagingException, IOException {
        assertThat(mailed(touchpoint)).hasSize(1);
        var mail = mailed(touchpoint).get(0);
        return mail.getSubject() + "\n" + text(mail.getContent());
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            return text(parts.getBodyPart(0).getContent());
        }
        return content.toString();
    }
}

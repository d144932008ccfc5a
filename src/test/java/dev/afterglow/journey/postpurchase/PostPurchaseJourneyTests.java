package dev.afterglow.journey.postpurchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.DrawingCoverage;
import dev.afterglow.TestShop;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.journey.JourneyTimeline.State;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Outcome.Status;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostPurchaseJourneyTests {

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    RuntimeService engine;

    @Autowired
    JourneyTimelines timelines;

    @Autowired
    DrawingCoverage coverage;

    @Autowired
    SupportDesk support;

    @Autowired
    FeedbackDesk feedback;

    @Autowired
    Returns returns;

    @Autowired
    Attempts attempts;

    @BeforeAll
    void watchTheDrawing() {
        coverage.restart();
    }

    @AfterAll
    void everyStepAndFlowWasTravelled() {
        coverage.assertComplete(PostPurchaseJourneys.KEY);
    }

    @Test
    void confirmsTheOrderAtOnce() {
        var order = shop.anOrder().placed();

        assertThat(shop.touchpointsMailed(order)).isEmpty();
        time.advance(Duration.ZERO);

        assertThat(shop.touchpointsMailed(order)).containsExactly("order-confirmation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pacific/Auckland",
                "Asia/Kathmandu",
                "Europe/Paris",
                "America/New_York",
                "America/Sao_Paulo",
                "Pacific/Honolulu"
            })
    void sendsEachTouchpointOnItsDayAndNotAMinuteBefore(String zone) {
        var order = shop.anOrder().in(zone).placedAt(LocalTime.of(23, 30));
        var placedOn = LocalDate.ofInstant(time.now(), ZoneId.of(zone));
        time.advance(Duration.ofMinutes(1));
        shop.deliver(order);

        sendsOnDay(order, 2, "welcome", placedOn, ZoneId.of(zone));
        sendsOnDay(order, 5, "product-education", placedOn, ZoneId.of(zone));
        sendsOnDay(order, 10, "cross-sell", placedOn, ZoneId.of(zone));
        sendsOnDay(order, 15, "usage-check", placedOn, ZoneId.of(zone));
        sendsOnDay(order, 30, "reactivation", placedOn, ZoneId.of(zone));
        assertThat(timelines.of(order).outcome()).isEqualTo("COMPLETED");
    }

    @Test
    void asksWhetherItWorksOnlyAfterTheParcelArrived() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(19));
        assertThat(shop.touchpointsMailed(order)).doesNotContain("usage-check");

        shop.deliver(order);
        time.advance(Duration.ofDays(2));
        assertThat(shop.touchpointsMailed(order)).doesNotContain("usage-check");
        time.advance(Duration.ofDays(3));

        assertThat(shop.touchpointsMailed(order)).contains("usage-check");
    }

    @Test
    void looksAgainWhenTheNewsOfTheArrivalWasMissed() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(14));
        shop.deliver(order);
        time.advance(Duration.ofDays(6));

        assertThat(shop.touchpointsMailed(order)).contains("usage-check");
    }

    @Test
    void neverAsksWhetherItWorksWhenTheParcelIsLost() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        shop.report(order, ShipmentState.IN_TRANSIT);
        time.advance(Duration.ofDays(33));

        assertThat(shop.touchpointsMailed(order)).doesNotContain("usage-check");
        assertThat(timelines.of(order).state()).isEqualTo(State.ENDED);
    }

    @Test
    void leavesTheReactivationOutWhenTheCustomerBoughtAgain() {
        var first = shop.anOrder().by("marie@example.org").placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(8));
        shop.anOrder().by("marie@example.org").placed();
        time.advance(Duration.ofDays(25));

        assertThat(shop.touchpointsMailed(first)).doesNotContain("reactivation");
        assertThat(timelines.of(first).outcome()).isEqualTo("BOUGHT_AGAIN");
    }

    @Test
    void aCancelledSecondOrderDoesNotCountAsBoughtAgain() {
        var first = shop.anOrder().by("paul@example.org").placedAt(LocalTime.NOON);
        shop.deliver(first);
        time.advance(Duration.ofDays(8));
        shop.cancel(shop.anOrder().by("paul@example.org").placed());
        time.advance(Duration.ofDays(25));

        assertThat(shop.touchpointsMailed(first)).contains("reactivation");
    }

    @ParameterizedTest(name = "cancelled after {0} days: {1} messages went out")
    @CsvSource({"0, 0", "1, 1", "4, 2", "8, 3", "13, 4", "18, 4", "28, 4"})
    void stopsAtOnceWhereverTheCancellationMeetsIt(int days, int sent) {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        if (days > 0) {
            time.advance(Duration.ofDays(days));
        }

        shop.cancel(order);
        time.advance(Duration.ofDays(33));

        assertThat(shop.touchpointsMailed(order))
                .filteredOn(touchpoint -> !touchpoint.startsWith("support"))
                .hasSize(sent);
        assertThat(timelines.of(order).outcome()).isEqualTo("CANCELLED");
    }

    @Test
    void aTestOfTheCheckoutStartsNoJourney() {
        var order = shop.anOrder().asTest().placed();

        assertThat(timelines.of(order).state()).isEqualTo(State.NONE);
    }

    @Test
    void travelsWithoutMailWhenTheCustomerLeftNoAddress() {
        var order = shop.anOrder().withoutEmail().placedAt(LocalTime.NOON);
        shop.deliver(order);
        time.advance(Duration.ofDays(33));

        var story = timelines.of(order);
        assertThat(story.outcome()).isEqualTo("COMPLETED");
        assertThat(story.touchpoints())
                .isNotEmpty()
                .allSatisfy(
                        touchpoint -> assertThat(touchpoint.outcome().reason()).hasToString("NO_CHANNEL"));
    }

    @Test
    void leavesOutTheGuideWhenThereIsNone() {
        var order = shop.anOrder().of("CARD").placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(11));

        assertThat(timelines.of(order).touchpoints())
                .filteredOn(touchpoint -> touchpoint.touchpoint().equals("product-education")
                        || touchpoint.touchpoint().equals("cross-sell"))
                .hasSize(2)
                .allSatisfy(
                        touchpoint -> assertThat(touchpoint.outcome().reason()).hasToString("NO_CONTENT"));
    }

    @Test
    void opensABranchForEachThingTheCustomerNeedsAndGoesOnBesideThem() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(3));

        attempts.inTransaction(() -> support.open(order, Topic.QUESTION, "Which bulb does it take?", null));
        attempts.inTransaction(() -> feedback.score(order, 9, "Lovely"));
        attempts.inTransaction(() -> returns.withdraw(order, "Anna Ami", "anna@example.org"));

        assertThat(running(order))
                .contains("postPurchaseJourney", "supportFollowUp", "feedbackFollowUp", "returnHandling");
    }

    @Test
    void opensABranchEvenWhenTheJourneyIsOver() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        shop.cancel(order);
        time.advance(Duration.ofMinutes(1));

        attempts.inTransaction(() -> support.open(order, Topic.QUESTION, "Where is my money?", null));

        assertThat(running(order)).containsExactly("supportFollowUp");
    }

    @Test
    void tellsWhyItDidNotSayWhatItPassedBy() {
        var order = shop.anOrder().by("nora@example.org").placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(8));
        shop.anOrder().by("nora@example.org").placed();
        time.advance(Duration.ofDays(25));

        assertThat(reason(order, "usage-check")).contains(Reason.NOT_DELIVERED);
        assertThat(reason(order, "reactivation")).contains(Reason.BOUGHT_AGAIN);
    }

    @Test
    void leavesNothingWaitingWhenTheOrderIsCancelled() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(14));
        shop.deliver(order);
        time.advanceTo(dueOf(order, "usage-check"));
        assertThat(record(order, "usage-check").orElseThrow().outcome().status())
                .isEqualTo(Status.HELD);

        shop.cancel(order);

        assertThat(reason(order, "usage-check")).contains(Reason.CANCELLED);
        assertThat(record(order, "reactivation")).isEmpty();
    }

    @Test
    void tellsWhatIsStillAhead() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(7));

        var story = timelines.of(order);

        assertThat(story.state()).isEqualTo(State.RUNNING);
        assertThat(story.waitingAt()).isEqualTo("Day 10");
        assertThat(story.ahead())
                .extracting(planned -> planned.touchpoint())
                .containsExactly("cross-sell", "usage-check", "reactivation");
    }

    private Optional<Reason> reason(OrderId order, String touchpoint) {
        return record(order, touchpoint).map(record -> record.outcome().reason());
    }

    private Optional<TouchpointRecord> record(OrderId order, String touchpoint) {
        return timelines.of(order).touchpoints().stream()
                .filter(record -> record.touchpoint().equals(touchpoint))
                .findFirst();
    }

    private List<String> running(OrderId order) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(order.toString()).list().stream()
                .map(ProcessInstance::getProcessDefinitionKey)
                .toList();
    }

    private void sendsOnDay(OrderId order, int day, String touchpoint, LocalDate placedOn, ZoneId zone) {
        var due = dueOf(order, touchpoint);
        assertThat(due.atZone(zone).toLocalDate()).isEqualTo(orMonday(placedOn.plusDays(day)));
        assertThat(due.atZone(zone).toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 59));

        time.advanceTo(due.minus(Duration.ofMinutes(1)));
        assertThat(shop.touchpointsMailed(order)).doesNotContain(touchpoint);
        time.advanceTo(due);
        assertThat(shop.touchpointsMailed(order)).contains(touchpoint);
    }

    /** Sundays are quiet. */
    private static LocalDate orMonday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private Instant dueOf(OrderId order, String touchpoint) {
        return timelines.of(order).ahead().stream()
                .filter(planned -> planned.touchpoint().equals(touchpoint))
                .findFirst()
                .orElseThrow()
                .due();
    }
}

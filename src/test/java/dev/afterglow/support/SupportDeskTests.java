package dev.afterglow.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
class SupportDeskTests {

    @Autowired
    TestShop shop;

    @Autowired
    SupportDesk desk;

    @Autowired
    CaseWork work;

    @Autowired
    Attempts attempts;

    @Test
    void knowsWhatACustomerOfOneThingAsksAbout() {
        var order = shop.anOrder().of("LAMP").placed();

        var found = desk.byId(open(order, "Which bulb fits?")).orElseThrow();

        assertThat(found.sku()).isEqualTo("LAMP");
        assertThat(found.number()).isEqualTo("C" + found.id());
        assertThat(desk.isOpen(order)).isTrue();
        assertThat(desk.conversation(found.id())).singleElement().satisfies(message -> {
            assertThat(message.isFromCustomer()).isTrue();
            assertThat(message.words()).isEqualTo("Which bulb fits?");
        });
    }

    @Test
    void saysWhatToDoWhenARequestCannotBeTaken() {
        var order = shop.anOrder().placed();

        assertThatThrownBy(() -> desk.open(order, Topic.QUESTION, " ", null)).hasMessageContaining("a sentence or two");
        assertThatThrownBy(() -> desk.open(order, Topic.QUESTION, "x".repeat(5001), null))
                .hasMessageContaining("shorten it to 5000");
        assertThatThrownBy(() -> desk.open(order, Topic.QUESTION, "Hello", "SOFA"))
                .hasMessageContaining("choose one of those you bought");
        assertThatThrownBy(() -> desk.open(new OrderId(987654321), Topic.QUESTION, "Hello", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.customerAnswered(new CaseId(987654321), "Hello"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.of(order)).isEmpty();
    }

    @Test
    void takesTheSameWordsTwiceAsOneUntilTheCaseIsClosed() {
        var order = shop.anOrder().placed();
        var first = open(order, "Which bulb fits?");

        assertThat(open(order, " Which bulb fits? ")).isEqualTo(first);
        assertThat(open(order, "And which shade?")).isNotEqualTo(first);
        work.close(first);

        assertThat(open(order, "Which bulb fits?")).isNotEqualTo(first);
    }

    @Test
    void keepsAnAnswerOnce() {
        var id = open(shop.anOrder().placed(), "Which bulb fits?");

        desk.customerAnswered(id, "The small one.");
        desk.customerAnswered(id, "The small one.");

        assertThat(desk.conversation(id)).hasSize(2);
    }

    @Test
    void searchesForAParcelOnce() {
        var order = shop.anOrder().placed();

        assertThat(desk.openForJourney(order, Topic.PARCEL_SEARCH)).isPresent();
        assertThat(desk.openForJourney(order, Topic.PARCEL_SEARCH)).isEmpty();
    }

    @Test
    void keepsHowSatisfiedSheWas() {
        var id = open(shop.anOrder().placed(), "Which bulb fits?");

        assertThatThrownBy(() -> desk.rate(id, 0, null)).hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() -> desk.rate(id, 6, null)).hasMessageContaining("from 1 to 5");
        desk.rate(id, 2, "Too slow.");
        desk.rate(id, 5, " ");

        assertThat(desk.byId(id).orElseThrow().satisfaction()).isEqualTo(5);
    }

    @Test
    void countsTheFirstResponseOnceAndTheResolutionUntilTheLast() {
        var id = open(shop.anOrder().placed(), "Which bulb fits?");
        work.answer(id, new CaseAnswer("ben", "E14", null, false, CaseOutcome.SOLVED, null));
        var first = desk.byId(id).orElseThrow();

        desk.customerAnswered(id, "It does not fit.");
        assertThat(desk.byId(id).orElseThrow().resolutionTime()).isEmpty();
        work.answer(id, new CaseAnswer("ben", "E27", null, false, CaseOutcome.SOLVED, null));

        var last = desk.byId(id).orElseThrow();
        assertThat(last.firstResponseAt()).isEqualTo(first.firstResponseAt());
        assertThat(last.resolvedAt()).isAfterOrEqualTo(first.resolvedAt());
    }

    @Test
    void knowsWhatATriageDependsOn() {
        var known = desk.byId(open(shop.anOrder().of("LAMP").placed(), "Hello")).orElseThrow();
        var unknown =
                desk.byId(open(shop.anOrder().of("SOFA").placed(), "Hello")).orElseThrow();
        shop.anOrder().by("loyal@example.org").placed();
        var loyal = desk.byId(open(shop.anOrder().by("loyal@example.org").placed(), "Hello"))
                .orElseThrow();

        assertThat(work.circumstances(known)).isEqualTo(new Circumstances(true, true, false, 89));
        assertThat(work.circumstances(unknown)).isEqualTo(new Circumstances(false, false, false, 89));
        assertThat(work.circumstances(loyal).loyalCustomer()).isTrue();
    }

    private CaseId open(OrderId order, String words) {
        return attempts.inTransaction(() -> desk.open(order, Topic.QUESTION, words, null));
    }
}

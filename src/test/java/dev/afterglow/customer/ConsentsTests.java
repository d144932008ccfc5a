package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Orders;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class ConsentsTests {

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Autowired
    Consents consents;

    @Autowired
    Pauses pauses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Customers customers;

    @Autowired
    TimeMachine time;

    CustomerId customer;

    @BeforeEach
    void buy() {
        customer = orders.byId(shop.anOrder().placed()).orElseThrow().customer();
    }

    @Test
    void keepsTheLatestWordPerPurposeWithWhereAndWhen() {
        consents.withdraw(customer, Purpose.RELATIONAL, "portal");
        time.advance(Duration.ofSeconds(2));
        consents.grant(customer, Purpose.RELATIONAL, "phone");

        assertThat(consents.of(customer)).hasSize(1).hasEntrySatisfying(Purpose.RELATIONAL, word -> {
            assertThat(word.granted()).isTrue();
            assertThat(word.source()).isEqualTo("phone");
            assertThat(word.at()).isCloseTo(time.now(), within());
        });
        assertThat(consents.wants(customer, Purpose.RELATIONAL)).isTrue();
    }

    @Test
    void anOlderWordThatArrivesLateChangesNothing() {
        consents.withdraw(customer, Purpose.PROMOTIONAL, "portal");
        consents.remember(
                customer,
                new Consent(Purpose.PROMOTIONAL, true, "shop", time.now().minusSeconds(60)));

        assertThat(consents.wants(customer, Purpose.PROMOTIONAL)).isFalse();
    }

    @Test
    void whatBelongsToAnOrderNeedsNoConsent() {
        assertThat(consents.wants(customer, Purpose.TRANSACTIONAL)).isTrue();
        assertThatThrownBy(() -> consents.withdraw(customer, Purpose.TRANSACTIONAL, "portal"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPauseEndsByItselfOrWhenSheSaysSo() {
        pauses.pause(customer, time.now().plus(Duration.ofMinutes(2)), Pause.CUSTOMER);
        assertThat(pauses.of(customer))
                .hasValueSatisfying(pause -> assertThat(pause.isHers()).isTrue());
        time.advance(Duration.ofMinutes(3));
        assertThat(pauses.of(customer)).isEmpty();

        pauses.pause(customer, time.now().plus(Duration.ofDays(2)), Pause.CUSTOMER);
        pauses.resume(customer, Pause.CUSTOMER);
        assertThat(pauses.of(customer)).isEmpty();
    }

    @Test
    void theLongerOfTwoPausesStandsAndWhoEndedItIsKept() {
        pauses.pause(customer, time.now().plus(Duration.ofDays(30)), "ben");
        pauses.pause(customer, time.now().plus(Duration.ofDays(2)), Pause.CUSTOMER);
        assertThat(pauses.of(customer))
                .hasValueSatisfying(pause -> assertThat(pause.by()).isEqualTo("ben"));

        pauses.resume(customer, Pause.CUSTOMER);

        assertThat(pauses.of(customer)).isEmpty();
        assertThat(jdbc.sql("select paused_by, ended_by from pauses where customer_id = :customer order by id")
                        .param("customer", customer.value())
                        .query((row, number) -> row.getString(1) + ", ended by " + row.getString(2))
                        .list())
                .containsExactly("ben, ended by customer", "customer, ended by customer");
    }

    @Test
    void theLanguageSheChoseOutlivesWhatTheShopReports() {
        var email = customers.byId(customer).orElseThrow().email();
        customers.speak(customer, Locale.GERMAN);
        customers.remember(new Contact(email, null, null, Locale.ENGLISH, null, null));

        assertThat(customers.byId(customer)).hasValueSatisfying(known -> {
            assertThat(known.locale()).isEqualTo(Locale.GERMAN);
            assertThat(known.localeChosen()).isTrue();
        });
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(5, ChronoUnit.SECONDS);
    }
}

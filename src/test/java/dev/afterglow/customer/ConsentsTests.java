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

@AfterglowTest
class ConsentsTests {

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Autowired
    Consents consents;

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
        consents.pause(customer, time.now().plus(Duration.ofMinutes(2)));
        assertThat(consents.pausedUntil(customer)).isPresent();
        time.advance(Duration.ofMinutes(3));
        assertThat(consents.pausedUntil(customer)).isEmpty();

        consents.pause(customer, time.now().plus(Duration.ofDays(2)));
        consents.resume(customer);
        assertThat(consents.pausedUntil(customer)).isEmpty();
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

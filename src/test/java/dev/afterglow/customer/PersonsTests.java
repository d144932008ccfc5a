package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class PersonsTests {

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Persons persons;

    @Autowired
    PersonalRecords records;

    @Autowired
    JdbcClient jdbc;

    @Test
    void handsOutEverythingAndForgetsItDownToTheLastRow() {
        var email = new EmailAddress("zenobia.quux@forget.example");
        var order = shop.anOrder().by(email.value()).placedAt(LocalTime.NOON);
        shop.deliver(order);
        time.advance(Duration.ofDays(6));
        jdbc.sql(
                        "insert into webhook_deliveries (source, delivery_id, topic, signature, received_at, state, body)"
                                + " values ('SHOPIFY', 'forget-1', 'orders/create', 'one', current_timestamp, 'APPLIED', :body)")
                .param("body", "{\"email\": \"Zenobia.Quux@forget.example\"}")
                .update();

        assertThat(persons.export(email)).containsKeys("customers", "orders", "order_lines", "shipments", "messages");
        assertThat(dump()).containsIgnoringCase("zenobia.quux");
        var leaving = engineRowsOf(order.toString());
        assertThat(leaving).isPositive();

        assertThat(persons.erase(email)).isTrue();

        assertThat(dump()).doesNotContainIgnoringCase("zenobia.quux");
        assertThat(engineRowsOf(order.toString())).isZero();
        assertThat(persons.export(email)).isEmpty();
        assertThat(persons.erase(email)).isFalse();

        // Should the shop tell of her again, nothing is sent.
        var again = shop.anOrder().by(email.value()).placed();
        time.advance(Duration.ofDays(3));
        assertThat(shop.touchpointsMailed(again)).isEmpty();
    }

    @Test
    void everyTableThatHangsOnACustomerGoesWithHer() {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of("customers", "orders"));
        while (!open.isEmpty()) {
            for (var reference : records.referencesTo(open.remove())) {
                if (!reference.table().equals("orders")) {
                    assertThat(reference.gone() || reference.column().equals("merged_into"))
                            .as(reference.table() + "." + reference.column() + " needs 'on delete cascade'")
                            .isTrue();
                }
                if (seen.add(reference.table())) {
                    open.add(reference.table());
                }
            }
        }
        assertThat(seen).contains("consents", "messages", "message_holds", "shipments", "support_cases");
    }

    private String dump() {
        return String.join("\n", jdbc.sql("script").query(String.class).list());
    }

    private int engineRowsOf(String order) {
        return jdbc.sql("select (select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = :order)"
                        + " + (select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = :order)")
                .param("order", order)
                .query(Integer.class)
                .single();
    }
}

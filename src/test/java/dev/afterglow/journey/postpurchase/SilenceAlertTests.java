package dev.afterglow.journey.postpurchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class SilenceAlertTests {

    private OrderId order;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    SilentJourneys silent;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void endTheSilence() {
        shop.cancel(order);
    }

    @Test
    void noticesAJourneyThatSaysNothingForTooLong() {
        order = shop.anOrder().placed();
        var threshold = time.now().minus(Duration.ofDays(20));
        var number = jdbc.sql("select number from orders where id = :id")
                .param("id", order.value())
                .query(String.class)
                .single();
        assertThat(silent.since(threshold)).doesNotContain(number);

        jdbc.sql("update orders set placed_at = :then where id = :id")
                .param("then", Timestamp.from(threshold.minus(Duration.ofDays(1))))
                .param("id", order.value())
                .update();
        assertThat(silent.since(threshold)).contains(number);

        time.advance(Duration.ZERO);
        assertThat(silent.since(threshold)).doesNotContain(number);
    }
}

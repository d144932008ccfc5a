package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger stays small: what messages were written from goes after ninety days, that they were sent stays. */
@AfterglowTest
class LedgerPurgeTests {

    @Autowired
    LedgerPurge purge;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private OrderId order;

    @BeforeEach
    void sendAMessage() {
        order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofMinutes(1));
        assertThat(written()).isOne();
    }

    @Test
    void forgetsWhatAMessageWasWrittenFromAfterNinetyDaysAndNotBefore() {
        settled(89);
        purge.purge();
        assertThat(written()).isOne();

        settled(91);
        purge.purge();
        assertThat(written()).isZero();
        assertThat(jdbc.sql("select state from messages where order_id = :order and touchpoint = 'order-confirmation'")
                        .param("order", order.value())
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void keepsWhatIsStillToBeSentHoweverOldItIs() {
        settled(200);
        jdbc.sql("update messages set state = 'RETRY' where order_id = :order")
                .param("order", order.value())
                .update();

        purge.purge();

        assertThat(written()).isOne();
    }

    private void settled(int daysAgo) {
        jdbc.sql("update messages set settled_at = :at where order_id = :order")
                .param("at", Timestamp.from(time.now().minus(Duration.ofDays(daysAgo))))
                .param("order", order.value())
                .update();
    }

    private int written() {
        return jdbc.sql("select count(*) from messages where order_id = :order and facts is not null")
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }
}

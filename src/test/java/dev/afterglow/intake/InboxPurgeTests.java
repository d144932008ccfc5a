package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.journey.TimeMachine;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox stays bounded: what is older than ninety days is emptied, and still known. */
@AfterglowTest
class InboxPurgeTests {

    private static final String KEPT = "{\"id\": 1}|X-Shopify-Topic: a";
    private static final String EMPTIED = "{}|null";

    @Autowired
    InboxPurge purge;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @Test
    void emptiesWhatIsSettledAfterNinetyDaysAndNotBefore() {
        var old = delivered("APPLIED", 91);
        var ignored = delivered("IGNORED", 91);
        var young = delivered("APPLIED", 89);

        purge.purge();

        assertThat(left(old)).isEqualTo(EMPTIED);
        assertThat(left(ignored)).isEqualTo(EMPTIED);
        assertThat(left(young)).isEqualTo(KEPT);
    }

    @Test
    void keepsWhatSomebodyMayWantToReplay() {
        var failed = delivered("FAILED", 300);
        var parked = delivered("PARKED", 300);

        purge.purge();

        assertThat(left(failed)).isEqualTo(KEPT);
        assertThat(left(parked)).isEqualTo(KEPT);
    }

    @Test
    void forgetsAnswersToRepeatedCalls() {
        answered("old", 91);
        answered("young", 89);

        purge.purge();

        assertThat(jdbc.sql("select idempotency_key from idempotent_answers where idempotency_key like 'purge-%'")
                        .query(String.class)
                        .list())
                .containsExactly("purge-young");
    }

    private String delivered(String state, int days) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into webhook_deliveries
                          (source, delivery_id, topic, signature, received_at, state, headers, body)
                        values ('SHOPIFY', :id, 'shop/update', 'valid', :at, :state, 'X-Shopify-Topic: a', '{"id": 1}')
                        """)
                .param("id", id)
                .param("at", ago(days))
                .param("state", state)
                .update();
        return id;
    }

    private void answered(String key, int days) {
        jdbc.sql("""
                        insert into idempotent_answers (idempotency_key, request_hash, status, answered_at)
                        values (:key, 'hash', 201, :at)
                        """).param("key", "purge-" + key).param("at", ago(days)).update();
    }

    private Timestamp ago(int days) {
        return Timestamp.from(time.now().minus(Duration.ofDays(days)));
    }

    private String left(String id) {
        return jdbc.sql("select body, headers from webhook_deliveries where delivery_id = :id")
                .param("id", id)
                .query((row, number) -> row.getString("body") + "|" + row.getString("headers"))
                .single();
    }
}

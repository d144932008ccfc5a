package dev.afterglow.message;

import dev.afterglow.customer.Purpose;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps why a message waits, in a transaction of its own: the job that asked is rolled back to its save point. */
@Repository
public class MessageHolds {

    private final LedgerConnections connections;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TouchpointRecords records;

    MessageHolds(LedgerConnections connections, JdbcClient jdbc, Clock clock, MessageMetrics metrics) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.clock = clock;
        this.records = new TouchpointRecords(connections.jdbc(), clock, metrics);
    }

    /** One time a message was asked to wait. */
    public record Hold(String touchpoint, Instant at, Instant until, Outcome.Reason reason, String rule) {}

    /** Keeps that the message waits. */
    public void keep(MessageKey key, Purpose purpose, Outcome.Reason reason, Instant until, String rule) {
        connections.transactions().executeWithoutResult(status -> {
            records.keep(key, purpose, Outcome.held(reason, until), rule);
            connections
                    .jdbc()
                    .sql("""
                            insert into message_holds
                              (order_id, touchpoint, occurrence, held_at, held_until, reason, rule_id)
                            values (:order, :touchpoint, :occurrence, :now, :until, :reason, :rule)
                            """)
                    .param("order", key.order())
                    .param("touchpoint", key.touchpoint())
                    .param("occurrence", key.occurrence())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("until", Timestamp.from(until))
                    .param("reason", reason.name())
                    .param("rule", rule)
                    .update();
        });
    }

    /** Every time a message of the order was asked to wait, oldest first. */
    public List<Hold> of(long order) {
        return jdbc.sql("select * from message_holds where order_id = :order order by held_at")
                .param("order", order)
                .query((row, number) -> new Hold(
                        row.getString("touchpoint"),
                        row.getTimestamp("held_at").toInstant(),
                        row.getTimestamp("held_until").toInstant(),
                        Outcome.Reason.valueOf(row.getString("reason")),
                        row.getString("rule_id")))
                .list();
    }
}

package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of every touchpoint, sent or not; written in the caller's transaction. */
@Repository
public class TouchpointRecords {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MessageMetrics metrics;

    TouchpointRecords(JdbcClient jdbc, Clock clock, MessageMetrics metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Keeps an outcome that needed no mail server; one that is final already stays as it is, and what may be on its way
     * is never marked as merely waiting.
     */
    public void keep(MessageKey key, Purpose purpose, Outcome outcome, @Nullable String rule) {
        metrics.count(key.touchpoint(), outcome.status());
        var now = Timestamp.from(clock.instant());
        var changed = written("""
                        update messages set state = :state, reason = :reason, rule_id = :rule, held_until = :until, settled_at = :settledAt
                        where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                          and (state in ('HELD', 'RETRY') or state = 'SENDING' and :final)
                        """, key, outcome, rule, now)
                .param("final", outcome.status().isFinal())
                .update();
        if (changed == 0) {
            written("""
                            insert into messages
                              (order_id, touchpoint, occurrence, purpose, state, reason, rule_id, held_until, attempts, created_at,
                               settled_at)
                            select cast(:order as bigint), :touchpoint, cast(:occurrence as bigint), :purpose, :state,
                              :reason, :rule,
                              cast(:until as timestamp with time zone), 0, cast(:now as timestamp with time zone),
                              cast(:settledAt as timestamp with time zone)
                            where not exists (select 1 from messages
                              where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence)
                            """, key, outcome, rule, now)
                    .param("purpose", purpose.name())
                    .param("now", now)
                    .update();
        }
    }

    /** The order's story so far, oldest first. */
    public List<TouchpointRecord> of(long order) {
        return jdbc.sql("""
                        select touchpoint, occurrence, state, reason, rule_id, held_until, coalesce(settled_at, created_at) as at,
                               attempts, message_id, smtp_reply
                        from messages where order_id = :order order by created_at, touchpoint
                        """)
                .param("order", order)
                .query(TouchpointRecords::touchpoint)
                .list();
    }

    /** Which way the message has begun to go, or nothing when it has not. */
    public Optional<Channel> channelOf(MessageKey key) {
        return jdbc.sql("""
                        select channel from messages
                        where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                          and channel is not null
                        """)
                .param("order", key.order())
                .param("touchpoint", key.touchpoint())
                .param("occurrence", key.occurrence())
                .query(String.class)
                .optional()
                .map(Channel::valueOf);
    }

    /** How many messages were taken by the mail server or a provider. */
    public long sent() {
        return jdbc.sql("select count(*) from messages where state = 'ACCEPTED'")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec written(
            String sql, MessageKey key, Outcome outcome, @Nullable String rule, Timestamp now) {
        return jdbc.sql(sql)
                .param("rule", rule)
                .param("order", key.order())
                .param("touchpoint", key.touchpoint())
                .param("occurrence", key.occurrence())
                .param("state", outcome.status().name())
                .param(
                        "reason",
                        outcome.reason() == null ? null : outcome.reason().name())
                .param("until", timestamp(outcome.until()))
                .param("settledAt", outcome.status().isFinal() ? now : null);
    }

    private static TouchpointRecord touchpoint(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("held_until");
        return new TouchpointRecord(
                row.getString("touchpoint"),
                row.getLong("occurrence"),
                new Outcome(
                        Outcome.Status.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("reason"))
                                .map(Outcome.Reason::valueOf)
                                .orElse(null),
                        until == null ? null : until.toInstant()),
                row.getString("rule_id"),
                row.getTimestamp("at").toInstant(),
                row.getInt("attempts"),
                row.getString("message_id"),
                row.getString("smtp_reply"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

package dev.afterglow.support;

import dev.afterglow.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The cases' own rows. */
@Repository
class Cases {

    private final JdbcClient jdbc;
    private final Clock clock;

    Cases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<SupportCase> byId(CaseId id) {
        return jdbc.sql("select * from support_cases where id = :id")
                .param("id", id.value())
                .query(Cases::row)
                .optional();
    }

    /** Newest first. */
    List<SupportCase> of(OrderId order) {
        return jdbc.sql("select * from support_cases where order_id = :order order by id desc")
                .param("order", order.value())
                .query(Cases::row)
                .list();
    }

    Optional<CaseId> byOpenKey(String key) {
        return jdbc.sql("select id from support_cases where open_key = :key")
                .param("key", key)
                .query(Long.class)
                .optional()
                .map(CaseId::new);
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when the same request is being opened at this instant;
     *     trying the whole transaction again finds it
     */
    CaseId insert(OrderId order, Topic topic, @Nullable String sku, String key) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into support_cases (order_id, topic, sku, state, open_key, opened_at)
                        values (:order, :topic, :sku, 'OPEN', :key, :now)
                        """)
                .param("order", order.value())
                .param("topic", topic.name())
                .param("sku", sku)
                .param("key", key)
                .param("now", now())
                .update(keys, "id");
        return new CaseId(keys.getKeyAs(Long.class));
    }

    /** Keeps everybody else off this case until the transaction ends: an answer and a close never overlap. */
    SupportCase lock(CaseId id) {
        return jdbc.sql("select * from support_cases where id = :id for update")
                .param("id", id.value())
                .query(Cases::row)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no case " + id));
    }

    void begin(CaseId id, String instance) {
        set(id, "instance = :value", instance);
    }

    void triage(CaseId id, Triage triage, Instant due) {
        jdbc.sql("update support_cases set team = :team, priority = :priority, due_at = :due where id = :id")
                .param("team", triage.team())
                .param("priority", triage.priority())
                .param("due", Timestamp.from(due))
                .param("id", id.value())
                .update();
    }

    void answered(CaseId id, CaseOutcome outcome, @Nullable Long seen) {
        jdbc.sql("""
                        update support_cases set state = 'ANSWERED', outcome = :outcome, resolved_at = :now,
                          first_response_at = coalesce(first_response_at, :now), read_up_to = cast(:seen as bigint)
                        where id = :id
                        """)
                .param("outcome", outcome.name())
                .param("now", now())
                .param("seen", seen)
                .param("id", id.value())
                .update();
    }

    boolean hasUnread(CaseId id) {
        return jdbc.sql("""
                                select count(*) from case_messages m join support_cases c on c.id = m.case_id
                                where c.id = :id and m.author is null and m.id > coalesce(c.read_up_to, 0)
                                """).param("id", id.value()).query(Integer.class).single() > 0;
    }

    void reopen(CaseId id) {
        jdbc.sql("update support_cases set state = 'OPEN', resolved_at = null, closed_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    void close(CaseId id) {
        set(id, "state = 'CLOSED', open_key = null, closed_at = :value", now());
    }

    void escalate(CaseId id) {
        set(id, "escalated_at = coalesce(escalated_at, :value)", now());
    }

    void rate(CaseId id, int stars, @Nullable String words) {
        jdbc.sql("""
                        update support_cases set satisfaction = :stars, satisfaction_words = :words, rated_at = :now
                        where id = :id
                        """)
                .param("stars", stars)
                .param("words", words)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    private void set(CaseId id, String assignment, Object value) {
        jdbc.sql("update support_cases set " + assignment + " where id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static SupportCase row(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new SupportCase(
                new CaseId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                Topic.valueOf(row.getString("topic")),
                row.getString("sku"),
                CaseState.valueOf(row.getString("state")),
                row.getString("instance"),
                outcome == null ? null : CaseOutcome.valueOf(outcome),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "first_response_at"),
                instant(row, "resolved_at"),
                instant(row, "closed_at"),
                instant(row, "escalated_at"),
                row.getObject("satisfaction", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

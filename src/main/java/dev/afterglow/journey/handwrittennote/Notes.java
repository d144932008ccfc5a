package dev.afterglow.journey.handwrittennote;

import dev.afterglow.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes by hand: one per order and reason, and the first word on each stands. */
@Repository
class Notes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a note and answers its id, or nothing when there is one already. */
    Optional<Long> open(OrderId order, String reason, String rule) {
        var opened = jdbc.sql("""
                        insert into handwritten_notes (order_id, reason, rule_id, state, opened_at)
                        select cast(:order as bigint), :reason, :rule, 'OPEN', cast(:now as timestamp with time zone)
                        where not exists
                          (select 1 from handwritten_notes where order_id = :order and reason = :reason)
                        """)
                .param("order", order.value())
                .param("reason", reason)
                .param("rule", rule)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return opened == 0
                ? Optional.empty()
                : jdbc.sql("select id from handwritten_notes where order_id = :order and reason = :reason")
                        .param("order", order.value())
                        .param("reason", reason)
                        .query(Long.class)
                        .optional();
    }

    Note byId(long id) {
        return jdbc.sql("select * from handwritten_notes where id = :id")
                .param("id", id)
                .query(Notes::note)
                .single();
    }

    /** The notes of an order, oldest first. */
    List<Note> of(OrderId order) {
        return jdbc.sql("select * from handwritten_notes where order_id = :order order by id")
                .param("order", order.value())
                .query(Notes::note)
                .list();
    }

    void settle(long id, Note.State state, @Nullable String remark, @Nullable String who) {
        jdbc.sql("""
                        update handwritten_notes
                        set state = :state, remark = :remark, done_by = :who, settled_at = :now
                        where id = :id and state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("remark", remark)
                .param("who", who)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getLong("id"),
                row.getString("reason"),
                row.getString("rule_id"),
                Note.State.valueOf(row.getString("state")),
                row.getString("remark"),
                row.getString("done_by"));
    }
}

package dev.afterglow.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in a case, and what was done; both only ever grow. */
@Repository
class CaseRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param author who of ours wrote it, absent when it was the customer */
    void say(CaseId id, @Nullable String author, String words) {
        jdbc.sql("insert into case_messages (case_id, author, words, written_at) values (:id, :author, :words, :now)")
                .param("id", id.value())
                .param("author", author)
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void note(CaseId id, String what, @Nullable String who, @Nullable String why) {
        jdbc.sql("insert into case_events (case_id, what, who, why, happened_at) values (:id, :what, :who, :why, :now)")
                .param("id", id.value())
                .param("what", what)
                .param("who", who)
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<CaseMessage> messages(CaseId id) {
        return jdbc.sql("select id, author, words, written_at from case_messages where case_id = :id order by id")
                .param("id", id.value())
                .query((row, number) -> new CaseMessage(
                        row.getLong("id"),
                        row.getString("author"),
                        row.getString("words"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    List<CaseEvent> events(CaseId id) {
        return jdbc.sql("select what, who, why, happened_at from case_events where case_id = :id order by id")
                .param("id", id.value())
                .query(CaseRecords::event)
                .list();
    }

    private static CaseEvent event(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                row.getString("what"),
                row.getString("who"),
                row.getString("why"),
                row.getTimestamp("happened_at").toInstant());
    }
}

package dev.afterglow.feedback;

import dev.afterglow.feedback.FeedbackStep.Event;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what about an answer, and when; only ever added to. */
@Repository
class FeedbackHistory {

    private final JdbcClient jdbc;

    FeedbackHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FeedbackStep> of(FeedbackId id) {
        return jdbc.sql("select at, who, event, note from feedback_history where feedback_id = :id order by id")
                .param("id", id.value())
                .query((row, number) -> new FeedbackStep(
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        Event.valueOf(row.getString("event")),
                        row.getString("note")))
                .list();
    }

    void add(FeedbackId id, FeedbackStep step) {
        jdbc.sql("""
                        insert into feedback_history (feedback_id, at, who, event, note)
                        values (:id, :at, :who, :event, :note)
                        """)
                .param("id", id.value())
                .param("at", Timestamp.from(step.at()))
                .param("who", step.who())
                .param("event", step.event().name())
                .param("note", step.note())
                .update();
    }
}

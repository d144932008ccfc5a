package dev.afterglow.intake.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers given to calls with an idempotency key. */
@Repository
class IdempotentAnswers {

    /** An answer, and the hash of the call it was given to. */
    record Given(String requestHash, Answer answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Given> byKey(String key) {
        return jdbc.sql(
                        "select request_hash, status, location, body from idempotent_answers where idempotency_key = :key")
                .param("key", key)
                .query((row, number) -> new Given(
                        row.getString("request_hash"),
                        new Answer(row.getInt("status"), row.getString("location"), row.getString("body"))))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same call is being answered at the same instant */
    void insert(String key, String requestHash, Answer answer) {
        jdbc.sql("""
                        insert into idempotent_answers (idempotency_key, request_hash, status, location, body, answered_at)
                        values (:key, :hash, :status, :location, :body, :now)
                        """)
                .param("key", key)
                .param("hash", requestHash)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

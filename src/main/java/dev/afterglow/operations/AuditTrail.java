package dev.afterglow.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;

/**
 * Who did what. Modules tell it by Spring's own audit events, with {@code subject} and {@code result} in their data; what
 * is told within a transaction is kept if the transaction is.
 */
@Repository
class AuditTrail {

    private static final String NOBODY = "command line";
    private static final int LONGEST_PERSON = 64;
    private static final int LONGEST_ACTION = 40;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_RESULT = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line of the trail. */
    record Entry(
            long id,
            Instant at,
            String person,
            String action,
            @Nullable String subject,
            @Nullable String result) {}

    /** Without a principal it was whoever is logged in, or somebody at the server's own command line. */
    @EventListener
    void hear(AuditApplicationEvent told) {
        var event = told.getAuditEvent();
        var subject = event.getData().get("subject");
        var result = event.getData().get("result");
        add(
                event.getPrincipal().isEmpty() ? current() : event.getPrincipal(),
                event.getType(),
                subject == null ? null : subject.toString(),
                result == null ? null : result.toString());
    }

    void add(String person, String action, @Nullable String subject, @Nullable String result) {
        jdbc.sql("""
                        insert into audit_events (happened_at, person, action, subject, result)
                        values (:now, :person, :action, :subject, :result)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", cut(person, LONGEST_PERSON))
                .param("action", cut(action, LONGEST_ACTION))
                .param("subject", subject == null ? null : cut(subject, LONGEST_SUBJECT))
                .param("result", result == null ? null : cut(result, LONGEST_RESULT))
                .update();
    }

    /** The latest first. */
    List<Entry> latest(String person, long before, int most) {
        return jdbc.sql("""
                        select id, happened_at, person, action, subject, result from audit_events
                        where id < :before and (:person = '' or person = :person)
                        order by id desc limit :most
                        """)
                .param("before", before)
                .param("person", person)
                .param("most", most)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getString("person"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("result")))
                .list();
    }

    private static String current() {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person == null ? NOBODY : Objects.requireNonNullElse(person.getName(), NOBODY);
    }

    /** Control characters could forge a second line wherever the trail is read. */
    private static String cut(String text, int longest) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= longest ? line : line.substring(0, longest);
    }
}

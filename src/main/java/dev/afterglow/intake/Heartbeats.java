package dev.afterglow.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each source of orders was last heard, on any node; kept to the minute, so that it costs next to nothing. */
@Repository
public class Heartbeats {

    /** The source behind the API keys. */
    public static final String API = "API";

    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Map<String, Instant> kept = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    Heartbeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The source told us something, and proved that it was the source. */
    public void heard(String source) {
        var now = clock.instant();
        var last = kept.get(source);
        if (last == null || !now.isBefore(last.plus(GRAIN))) {
            listen(source, now);
            jdbc.sql("update intake_sources set heard_at = :now where source = :source"
                            + " and (heard_at is null or heard_at < :now)")
                    .param("now", Timestamp.from(now))
                    .param("source", source)
                    .update();
            kept.put(source, now);
        }
    }

    /** Since when the source is silent: when it was last heard, else since we first listened for it. */
    Instant silentSince(String source) {
        var known = find(source);
        if (known.isEmpty()) {
            listen(source, clock.instant());
        }
        return known.or(() -> find(source)).orElseThrow();
    }

    private Optional<Instant> find(String source) {
        return jdbc.sql(
                        "select coalesce(heard_at, listening_since) as since from intake_sources where source = :source")
                .param("source", source)
                .query((row, number) -> row.getTimestamp("since").toInstant())
                .optional();
    }

    private void listen(String source, Instant now) {
        try {
            jdbc.sql("""
                            insert into intake_sources (source, listening_since)
                            select :source, :now where not exists (select 1 from intake_sources where source = :source)
                            """)
                    .param("source", source)
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another node listens already.
        }
    }
}

package dev.afterglow.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Empties old deliveries; that they came, and what became of them, stays known, so that a repeat is still a repeat. */
@Component
class InboxPurge {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    InboxPurge(JdbcClient jdbc, Clock clock, @Value("${afterglow.intake.keep-bodies:P90D}") Duration keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    /** What failed or waits keeps its body: somebody may want it replayed. */
    @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
    void purge() {
        var before = Timestamp.from(clock.instant().minus(keep));
        jdbc.sql("""
                        update webhook_deliveries set body = '{}', headers = null
                        where received_at < :before and state in ('APPLIED', 'IGNORED') and body <> '{}'
                        """).param("before", before).update();
        jdbc.sql("delete from idempotent_answers where answered_at < :before")
                .param("before", before)
                .update();
    }
}

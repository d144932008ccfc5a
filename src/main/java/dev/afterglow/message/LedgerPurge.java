package dev.afterglow.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what messages were written from once nobody asks any more; that they were sent stays known. */
@Component
class LedgerPurge {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    LedgerPurge(JdbcClient jdbc, Clock clock, @Value("${afterglow.message.keep-facts:P90D}") Duration keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    /** Every node may run it: what one has emptied the other finds empty. */
    @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
    void purge() {
        jdbc.sql("""
                        update messages set facts = null
                        where facts is not null and settled_at < :before
                          and state in ('ACCEPTED', 'SKIPPED', 'REJECTED', 'EXPIRED', 'UNCERTAIN', 'FAILED')
                        """)
                .param("before", Timestamp.from(clock.instant().minus(keep)))
                .update();
    }
}

package dev.afterglow.journey.postpurchase;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the journeys that run and say nothing: their customers were forgotten after the sale. */
@Repository
class SilentJourneys {

    /** Older journeys that never ended are a matter for whoever looks after the engine. */
    private static final Duration OLDEST = Duration.ofDays(60);

    private final JdbcClient jdbc;

    SilentJourneys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the orders whose journey decided about no touchpoint since that instant, longest silence first. */
    List<String> since(Instant instant) {
        return jdbc.sql("""
                        select o.number
                        from orders o
                        where o.placed_at < :since and o.placed_at > :oldest
                          and o.cancelled_at is null and not o.test and not o.historical
                          and not exists (select 1 from journey_outcomes j where j.order_id = o.id)
                          and not exists (select 1 from messages m where m.order_id = o.id and m.settled_at >= :since)
                        order by o.placed_at
                        """)
                .param("since", Timestamp.from(instant))
                .param("oldest", Timestamp.from(instant.minus(OLDEST)))
                .query(String.class)
                .list();
    }
}

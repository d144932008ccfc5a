package dev.afterglow.journey.postpurchase;

import dev.afterglow.order.OrderId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How journeys ended; the first word stands. */
@Repository
public class JourneyOutcomes {

    private final JdbcClient jdbc;
    private final Clock clock;

    JourneyOutcomes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How and when a journey ended. */
    public record JourneyOutcome(String outcome, Instant at) {}

    /** The outcome, or nothing while the journey runs or when there never was one. */
    public Optional<JourneyOutcome> of(OrderId order) {
        return jdbc.sql("select outcome, recorded_at from journey_outcomes where order_id = :order")
                .param("order", order.value())
                .query((row, number) -> new JourneyOutcome(
                        row.getString("outcome"),
                        row.getTimestamp("recorded_at").toInstant()))
                .optional();
    }

    void record(OrderId order, String outcome) {
        jdbc.sql("""
                        insert into journey_outcomes (order_id, outcome, recorded_at)
                        select cast(:order as bigint), :outcome, cast(:now as timestamp with time zone)
                        where not exists (select 1 from journey_outcomes where order_id = :order)
                        """)
                .param("order", order.value())
                .param("outcome", outcome)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

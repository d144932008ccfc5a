package dev.afterglow.journey.handwrittennote;

import dev.afterglow.order.OrderId;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads in one statement what the decision "Handwritten note" depends on. */
@Repository
class NoteFactsQuery {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final String FACTS = """
            select
              o.total,
              o.cancelled_at is null and o.street is not null and o.city is not null
                and coalesce(c.paused_until <= :now, true) and coalesce(
                  (select min(case when k.granted then 1 else 0 end) from consents k
                   where k.customer_id = c.id and k.purpose = 'RELATIONAL'), 1) = 1 as welcome,
              exists (select 1 from handwritten_notes n join orders a on a.id = n.order_id
                where a.customer_id = c.id and n.state in ('OPEN', 'WRITTEN') and n.opened_at > :yearAgo) as note_before,
              exists (select 1 from returns r join orders a on a.id = r.order_id where a.customer_id = c.id
                and r.state in ('REQUESTED', 'IN_REVIEW', 'APPROVED', 'ARRIVED', 'ACCEPTED'))
                or exists (select 1 from support_cases s join orders a on a.id = s.order_id
                  where a.customer_id = c.id and s.state <> 'CLOSED') as open_matter,
              (select count(*) from orders b where b.customer_id = c.id and b.placed_at <= o.placed_at
                and b.cancelled_at is null and not b.test) as orders_so_far
            from orders o join customers c on c.id = o.customer_id
            where o.id = :order and not o.test and not o.historical
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteFactsQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The inputs that do not depend on the occasion; empty for orders nobody is written about. */
    Map<String, Object> about(OrderId order) {
        var now = clock.instant();
        return jdbc.sql(FACTS)
                .param("order", order.value())
                .param("now", Timestamp.from(now))
                .param("yearAgo", Timestamp.from(now.minus(YEAR)))
                .query((row, number) -> Map.<String, Object>of(
                        "welcome", row.getBoolean("welcome"),
                        "noteBefore", row.getBoolean("note_before"),
                        "openMatter", row.getBoolean("open_matter"),
                        "ordersSoFar", row.getInt("orders_so_far"),
                        "total",
                                row.getBigDecimal("total")
                                        .setScale(0, RoundingMode.DOWN)
                                        .intValue()))
                .optional()
                .orElse(Map.of());
    }
}

package dev.afterglow.journey;

import dev.afterglow.journey.JourneyTimeline.Planned;
import dev.afterglow.journey.JourneyTimeline.State;
import dev.afterglow.journey.postpurchase.JourneyPlan;
import dev.afterglow.journey.touchpoint.DrawnTouchpoint;
import dev.afterglow.journey.touchpoint.DrawnTouchpoints;
import dev.afterglow.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells where the journeys of many orders stand, in two statements. It reads the engine's tables itself, because the
 * engine answers such questions only journey by journey.
 */
@Repository
public class JourneyStandings {

    private static final String UNDER_WAY = """
            select e.BUSINESS_KEY_ as order_id, e.PROC_DEF_ID_ as definition, d.ACT_ID_ as timer, j.DUEDATE_ as due
            from ACT_RU_EXECUTION e
            join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ and p.KEY_ = :process
            left join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_ and j.DUEDATE_ is not null
            left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
            where e.BUSINESS_KEY_ in (:orders)
            order by j.DUEDATE_ desc
            """;

    private final JdbcClient jdbc;
    private final DrawnTouchpoints drawn;

    JourneyStandings(JdbcClient jdbc, DrawnTouchpoints drawn) {
        this.jdbc = jdbc;
        this.drawn = drawn;
    }

    /** Where a journey stands, how it ended, and which touchpoint it waits for. */
    public record Standing(
            State state, @Nullable String outcome, @Nullable Planned next) {}

    /** Where each of these orders' journeys stands; an order without one is not in the answer. */
    public Map<OrderId, Standing> of(Collection<OrderId> orders) {
        var standings = new HashMap<OrderId, Standing>();
        if (!orders.isEmpty()) {
            ended(orders, standings);
            underWay(orders, standings);
        }
        return standings;
    }

    private void ended(Collection<OrderId> orders, Map<OrderId, Standing> standings) {
        jdbc.sql("select order_id, outcome from journey_outcomes where order_id in (:orders)")
                .param("orders", orders.stream().map(OrderId::value).toList())
                .query(row -> {
                    standings.put(
                            new OrderId(row.getLong("order_id")),
                            new Standing(State.ENDED, row.getString("outcome"), null));
                });
    }

    /** The rows come latest first, so that the soonest of an order's timers is the one that stays. */
    private void underWay(Collection<OrderId> orders, Map<OrderId, Standing> standings) {
        jdbc.sql(UNDER_WAY)
                .param("process", JourneyPlan.PROCESS)
                .param("orders", orders.stream().map(OrderId::toString).toList())
                .query(row -> {
                    standings.put(
                            OrderId.parse(row.getString("order_id")), new Standing(State.RUNNING, null, next(row)));
                });
    }

    private @Nullable Planned next(ResultSet row) throws SQLException {
        var timer = row.getString("timer");
        var due = row.getTimestamp("due");
        return timer == null || due == null
                ? null
                : touchpointAfter(row.getString("definition"), timer)
                        .map(touchpoint -> new Planned(touchpoint, due.toInstant()))
                        .orElse(null);
    }

    private Optional<String> touchpointAfter(String definition, String timer) {
        return drawn.of(definition).stream()
                .filter(planned -> planned.timer().equals(timer))
                .map(DrawnTouchpoint::touchpoint)
                .findFirst();
    }
}

package dev.afterglow.lives;

import dev.afterglow.ScriptedMailServer;
import dev.afterglow.customer.Purpose;
import dev.afterglow.message.Outcome.Status;
import dev.afterglow.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application says it did about the orders of a world, and what the mail server says. */
class Ledger {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (\\S+)$");
    private static final Pattern ORDER = Pattern.compile("(?m)^X-Afterglow-Order: (\\S+)$");

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param at when its outcome became final
     */
    record Entry(
            OrderId order,
            String touchpoint,
            long occurrence,
            Purpose purpose,
            Status status,
            String reason,
            Instant at,
            String messageId) {

        boolean sent() {
            return status == Status.ACCEPTED;
        }

        /** Whether she got it because we wanted to, not because her purchase asked for it. */
        boolean unasked() {
            return sent() && purpose != Purpose.TRANSACTIONAL;
        }
    }

    /** From when until when something was open. */
    record Span(OrderId order, Instant from, Instant until) {}

    List<Entry> of(List<OrderId> orders) {
        return jdbc.sql("select * from messages where order_id in (:orders)")
                .param("orders", ids(orders))
                .query((row, number) -> new Entry(
                        new OrderId(row.getLong("order_id")),
                        row.getString("touchpoint"),
                        row.getLong("occurrence"),
                        Purpose.valueOf(row.getString("purpose")),
                        Status.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getTimestamp("settled_at") == null
                                ? null
                                : row.getTimestamp("settled_at").toInstant(),
                        row.getString("message_id")))
                .list();
    }

    Map<String, Long> holds(List<OrderId> orders) {
        return jdbc
                .sql("select reason, touchpoint from message_holds where order_id in (:orders)")
                .param("orders", ids(orders))
                .query((row, number) -> row.getString("reason"))
                .list()
                .stream()
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
    }

    /** When returns were open. */
    List<Span> returns(List<OrderId> orders) {
        return spans("""
                select r.order_id, min(h.at) as since,
                  min(case when h.state in ('SETTLED', 'REFUSED', 'CANCELLED', 'LAPSED') then h.at end) as until
                from returns r join return_history h on h.return_id = r.id
                where r.order_id in (:orders) group by r.id, r.order_id
                """, orders);
    }

    /** When cases were open. */
    List<Span> cases(List<OrderId> orders) {
        return spans("""
                select order_id, opened_at as since, case when state = 'CLOSED' then closed_at end as until
                from support_cases where order_id in (:orders)
                """, orders);
    }

    private List<Span> spans(String sql, List<OrderId> orders) {
        return jdbc.sql(sql)
                .param("orders", ids(orders))
                .query((row, number) -> new Span(
                        new OrderId(row.getLong("order_id")),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until") == null
                                ? Instant.MAX
                                : row.getTimestamp("until").toInstant()))
                .list();
    }

    /** How often the mail server took each message of these orders: other tests' orders live on in the same context. */
    static Map<String, Long> taken(ScriptedMailServer server, List<OrderId> orders) {
        var keys = orders.stream().map(OrderId::toString).collect(Collectors.toSet());
        return server.taken().stream()
                .filter(mail -> ORDER.matcher(mail).results().anyMatch(order -> keys.contains(order.group(1))))
                .flatMap(mail -> MESSAGE_ID.matcher(mail).results().limit(1))
                .map(id -> id.group(1))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private static Set<Long> ids(List<OrderId> orders) {
        return orders.stream().map(OrderId::value).collect(Collectors.toSet());
    }
}

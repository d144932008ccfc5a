package dev.afterglow.order;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What else the customer of an order bought, as far as it counts: not cancelled, not a test. */
final class OtherOrders {

    private OtherOrders() {}

    static List<OrderId> before(JdbcClient jdbc, OrderId id) {
        return where("other.placed_at <= mine.placed_at", jdbc, id);
    }

    static List<OrderId> after(JdbcClient jdbc, OrderId id) {
        return where("other.placed_at > mine.placed_at", jdbc, id);
    }

    private static List<OrderId> where(String when, JdbcClient jdbc, OrderId id) {
        return jdbc.sql("""
                        select other.id from orders mine join orders other on other.customer_id = mine.customer_id
                        where mine.id = :id and other.id <> mine.id and %s
                          and other.cancelled_at is null and not other.test
                        order by other.placed_at
                        """.formatted(when))
                .param("id", id.value())
                .query((row, number) -> new OrderId(row.getLong("id")))
                .list();
    }
}

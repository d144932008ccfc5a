package dev.afterglow.order;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a customer had bought before an order. */
@Repository
public class EarlierOrders {

    private final JdbcClient jdbc;

    EarlierOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether she had bought before: an earlier order that counts, neither cancelled nor a test. */
    public boolean exist(OrderId before) {
        return jdbc.sql("""
                        select exists (
                          select 1 from orders mine join orders earlier on earlier.customer_id = mine.customer_id
                          where mine.id = :id and earlier.id <> mine.id and earlier.placed_at <= mine.placed_at
                            and earlier.cancelled_at is null and not earlier.test)
                        """).param("id", before.value()).query(Boolean.class).single();
    }
}

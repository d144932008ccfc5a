package dev.afterglow.order;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets reports about one order wait for each other: two last parcels told at once must see one another. */
@Repository
public class OrderLocks {

    private final JdbcClient jdbc;

    OrderLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the order until the transaction ends. */
    public void lock(OrderId id) {
        jdbc.sql("select id from orders where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }
}

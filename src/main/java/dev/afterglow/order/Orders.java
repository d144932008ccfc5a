package dev.afterglow.order;

import dev.afterglow.customer.CustomerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders, as the shops told us. */
@Repository
public class Orders {

    private static final String WITH_LINES = """
            select o.*, l.external_id as line_external_id, l.sku, l.title, l.variant, l.quantity, l.unit_price, l.refunded
            from orders o left join order_lines l on l.order_id = o.id
            """;

    private static final String WITH_CUSTOMER = "select " + CustomerRows.COLUMNS + """
            , o.*, l.external_id as line_external_id, l.sku, l.title, l.variant, l.quantity, l.unit_price, l.refunded
            from orders o join customers c on c.id = o.customer_id left join order_lines l on l.order_id = o.id
            """;

    private final JdbcClient jdbc;
    private final CustomerRows customers;

    Orders(JdbcClient jdbc, CustomerRows customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** The order, or nothing. */
    public Optional<Order> byId(OrderId id) {
        return jdbc
                .sql(WITH_LINES + "where o.id = :id order by l.position")
                .param("id", id.value())
                .query(OrderRows::orders)
                .stream()
                .findFirst();
    }

    /** The order and the person behind it, read together, or nothing. */
    public Optional<Dossier> dossier(OrderId id) {
        return jdbc
                .sql(WITH_CUSTOMER + "where o.id = :id order by l.position")
                .param("id", id.value())
                .query(this::dossiers)
                .stream()
                .findFirst();
    }

    /** The order with this number, the latest when two shops use the same; a leading {@code #} does not matter. */
    public Optional<Order> byNumber(String number) {
        return jdbc
                .sql("select id from orders where number = :number order by placed_at desc, id desc")
                .param("number", OrderNumbers.plain(number))
                .query(Long.class)
                .list()
                .stream()
                .findFirst()
                .flatMap(id -> byId(new OrderId(id)));
    }

    /** The id of the order a source knows under its own id, or nothing. */
    public Optional<OrderId> idOf(OrderSource source, String externalId) {
        return jdbc.sql("select id from orders where source = :source and external_id = :externalId")
                .param("source", source.name())
                .param("externalId", externalId)
                .query(Long.class)
                .optional()
                .map(OrderId::new);
    }

    /** The latest orders and the people behind them, newest first. */
    public List<Dossier> latest(int limit) {
        return jdbc.sql(WITH_CUSTOMER + """
                        where o.id in (select id from orders order by placed_at desc, id desc fetch first :limit rows only)
                        order by o.placed_at desc, o.id desc, l.position
                        """).param("limit", limit).query(this::dossiers);
    }

    /** Whether the same customer placed a further order that counts. */
    public boolean boughtAgain(OrderId id) {
        return !newerOf(id).isEmpty();
    }

    /** Whether the same customer had bought before: an earlier order that counts. */
    public boolean boughtBefore(OrderId id) {
        return !OtherOrders.before(jdbc, id).isEmpty();
    }

    /** The customer's later orders that count: not cancelled, not a test. */
    public List<OrderId> newerOf(OrderId id) {
        return OtherOrders.after(jdbc, id);
    }

    private List<Dossier> dossiers(ResultSet rows) throws SQLException {
        return OrderRows.dossiers(rows, customers);
    }
}

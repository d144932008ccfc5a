package dev.afterglow.order;

import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.CustomerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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
    private final Clock clock;
    private final OrderLines lines;

    Orders(JdbcClient jdbc, CustomerRows customers, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
        this.lines = new OrderLines(jdbc);
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

    OrderId insert(ReportedOrder order, CustomerId customer, boolean historical) {
        var keys = new GeneratedKeyHolder();
        written("""
                        insert into orders
                          (source, external_id, number, customer_id, placed_at, currency, total, shipping, locale, time_zone,
                           recipient, street, postal_code, city, region, country, status_url, test, historical,
                           cancelled_at, cancel_reason, reported_at, recorded_at)
                        values
                          (:source, :externalId, :number, :customer, :placedAt, :currency, :total, :shipping, :locale, :zone,
                           :recipient, :street, :postalCode, :city, :region, :country, :statusUrl, :test, :historical,
                           :cancelledAt, :cancelReason, :reportedAt, :now)
                        """, order)
                .param("source", order.source().name())
                .param("externalId", order.externalId())
                .param("customer", customer.value())
                .param("placedAt", Timestamp.from(order.placedAt()))
                .param("test", order.test())
                .param("historical", historical)
                .param("cancelledAt", timestamp(order.cancelledAt()))
                .param("cancelReason", order.cancelReason())
                .param("now", Timestamp.from(clock.instant()))
                .update(keys, "id");
        var id = new OrderId(keys.getKeyAs(Long.class));
        lines.insert(id, order.lines());
        return id;
    }

    /** Takes over a newer report; answers whether it was newer. */
    boolean update(OrderId id, ReportedOrder order) {
        var changed = written("""
                        update orders set
                          number = :number, currency = :currency, total = :total, shipping = :shipping,
                          locale = coalesce(:locale, locale), time_zone = coalesce(:zone, time_zone),
                          recipient = :recipient, street = :street, postal_code = :postalCode, city = :city,
                          region = :region, country = :country, status_url = :statusUrl, reported_at = :reportedAt
                        where id = :id and reported_at < :reportedAt
                        """, order).param("id", id.value()).update();
        if (changed > 0) {
            lines.replace(id, order.lines());
        }
        return changed > 0;
    }

    /** Marks the order cancelled; answers whether it was not yet. */
    boolean cancel(OrderId id, Instant at, @Nullable String reason) {
        return jdbc.sql("""
                                update orders set cancelled_at = :at, cancel_reason = :reason
                                where id = :id and cancelled_at is null
                                """)
                        .param("at", Timestamp.from(at))
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Keeps the refund; answers whether the order is now refunded in full. */
    boolean refund(OrderId id, ReportedRefund refund) {
        var kept = jdbc.sql("""
                        insert into refunds (order_id, external_id, amount, refunded_at)
                        select cast(:id as bigint), :externalId, :amount, :at
                        where not exists (select 1 from refunds where order_id = :id and external_id = :externalId)
                        """)
                .param("id", id.value())
                .param("externalId", refund.externalId())
                .param("amount", refund.amount())
                .param("at", Timestamp.from(refund.at()))
                .update();
        if (kept > 0) {
            refund.quantities().forEach((line, quantity) -> lines.refund(id, line, quantity));
        }
        return jdbc.sql("""
                        select o.total > 0 and sum(r.amount) >= o.total
                        from orders o join refunds r on r.order_id = o.id where o.id = :id group by o.id, o.total
                        """)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<Dossier> dossiers(ResultSet rows) throws SQLException {
        return OrderRows.dossiers(rows, customers);
    }

    private JdbcClient.StatementSpec written(String sql, ReportedOrder order) {
        var address = order.address();
        var locale = order.contact().locale();
        return jdbc.sql(sql)
                .param("number", OrderNumbers.plain(order.number()))
                .param("currency", order.currency())
                .param("total", order.total())
                .param("shipping", order.shipping())
                .param("locale", locale == null ? null : locale.toLanguageTag())
                .param("zone", order.zone() == null ? null : order.zone().getId())
                .param("recipient", address.recipient())
                .param("street", address.street())
                .param("postalCode", address.postalCode())
                .param("city", address.city())
                .param("region", address.region())
                .param("country", address.country())
                .param("statusUrl", order.statusUrl())
                .param("reportedAt", Timestamp.from(order.reportedAt()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

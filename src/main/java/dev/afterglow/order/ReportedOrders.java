package dev.afterglow.order;

import dev.afterglow.customer.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Writes down what the shops report of orders. */
@Repository
class ReportedOrders {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OrderLines lines;

    ReportedOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lines = new OrderLines(jdbc);
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

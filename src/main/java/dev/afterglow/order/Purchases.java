package dev.afterglow.order;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers have bought over time; cancelled orders and tests do not count. */
@Repository
public class Purchases {

    private static final int THIS_AND_THE_ONE_BEFORE = 2;

    private final JdbcClient jdbc;

    Purchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Bought(
            long order, boolean soFar, @Nullable String sku, int refunded) {}

    /** The purchases of an order's customer. */
    public PurchaseHistory of(OrderId id) {
        var bought = jdbc.sql("""
                        select o.id, o.id = mine.id or o.placed_at < mine.placed_at as so_far, l.sku, l.refunded
                        from orders mine
                        join orders o on o.customer_id = mine.customer_id
                        left join order_lines l on l.order_id = o.id
                        where mine.id = :id and (o.id = mine.id or (o.cancelled_at is null and not o.test))
                        order by o.placed_at desc, o.id desc
                        """)
                .param("id", id.value())
                .query((row, number) -> new Bought(
                        row.getLong("id"), row.getBoolean("so_far"), row.getString("sku"), row.getInt("refunded")))
                .list();
        return history(bought);
    }

    private static PurchaseHistory history(List<Bought> lines) {
        var skus = new HashSet<String>();
        var returned = new LinkedHashMap<Long, Boolean>();
        for (var line : lines) {
            if (line.sku() != null) {
                skus.add(line.sku());
            }
            if (line.soFar()) {
                returned.merge(line.order(), line.refunded() > 0, Boolean::logicalOr);
            }
        }
        return new PurchaseHistory(
                returned.size(),
                skus,
                returned.values().stream().limit(THIS_AND_THE_ONE_BEFORE).anyMatch(given -> given));
    }
}

package dev.afterglow.order;

import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.CustomerRows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an order and its lines from the rows that join both. */
final class OrderRows {

    private OrderRows() {}

    static List<Order> orders(ResultSet rows) throws SQLException {
        return read(rows, (row, order) -> order);
    }

    static List<Dossier> dossiers(ResultSet rows, CustomerRows customers) throws SQLException {
        return read(rows, (row, order) -> new Dossier(order, customers.customer(row)));
    }

    /** The rows of an order stand together. */
    private static <T> List<T> read(ResultSet rows, FirstRow<T> firstRow) throws SQLException {
        var read = new ArrayList<T>();
        var lines = new ArrayList<OrderLine>();
        var current = 0L;
        while (rows.next()) {
            if (read.isEmpty() || rows.getLong("id") != current) {
                current = rows.getLong("id");
                lines = new ArrayList<>();
                read.add(firstRow.read(rows, order(rows, lines)));
            }
            if (rows.getString("title") != null) {
                lines.add(line(rows));
            }
        }
        return read;
    }

    private interface FirstRow<T> {
        T read(ResultSet row, Order order) throws SQLException;
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getString("line_external_id"),
                row.getString("sku"),
                row.getString("title"),
                row.getString("variant"),
                row.getInt("quantity"),
                row.getBigDecimal("unit_price"),
                row.getInt("refunded"));
    }

    private static Order order(ResultSet row, List<OrderLine> lines) throws SQLException {
        var locale = row.getString("locale");
        var zone = row.getString("time_zone");
        return new Order(
                new OrderId(row.getLong("id")),
                OrderSource.valueOf(row.getString("source")),
                row.getString("external_id"),
                row.getString("number"),
                new CustomerId(row.getLong("customer_id")),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("currency"),
                row.getBigDecimal("total"),
                row.getObject("shipping", BigDecimal.class),
                locale == null ? null : Locale.forLanguageTag(locale),
                zone == null ? null : ZoneId.of(zone),
                new Address(
                        row.getString("recipient"),
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("region"),
                        row.getString("country")),
                row.getString("status_url"),
                row.getBoolean("test"),
                row.getBoolean("historical"),
                instant(row.getTimestamp("cancelled_at")),
                row.getString("cancel_reason"),
                lines);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

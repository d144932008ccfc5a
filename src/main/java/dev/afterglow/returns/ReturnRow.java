package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a return. */
final class ReturnRow {

    private ReturnRow() {}

    static Return read(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        var sendBy = row.getDate("send_by");
        return new Return(
                new ReturnId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                ReturnKind.valueOf(row.getString("kind")),
                row.getString("rma_number"),
                reason == null ? null : ReturnReason.valueOf(reason),
                Resolution.valueOf(row.getString("resolution")),
                row.getString("note"),
                row.getString("wish"),
                row.getString("currency"),
                row.getBigDecimal("goods"),
                row.getBigDecimal("bonus"),
                row.getBigDecimal("fee"),
                row.getBigDecimal("amount"),
                ReturnState.valueOf(row.getString("state")),
                row.getString("words"),
                row.getString("refused_for"),
                sendBy == null ? null : sendBy.toLocalDate(),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("arrived_at")),
                instant(row.getTimestamp("settled_at")),
                row.getString("handling"),
                List.of());
    }

    static ReturnedLine line(ResultSet row, int number) throws SQLException {
        return new ReturnedLine(
                row.getInt("line"),
                row.getString("external_id"),
                row.getString("sku"),
                row.getString("title"),
                row.getString("variant"),
                row.getInt("quantity"),
                row.getBigDecimal("unit_value"));
    }

    static Return with(Return it, List<ReturnedLine> lines) {
        return new Return(
                it.id(),
                it.order(),
                it.kind(),
                it.number(),
                it.reason(),
                it.resolution(),
                it.note(),
                it.wish(),
                it.currency(),
                it.goods(),
                it.bonus(),
                it.fee(),
                it.amount(),
                it.state(),
                it.words(),
                it.refusedFor(),
                it.sendBy(),
                it.requestedAt(),
                it.arrivedAt(),
                it.settledAt(),
                it.handling(),
                lines);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

package dev.afterglow.order;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of the orders; only {@link Orders} writes them. */
final class OrderLines {

    private final JdbcClient jdbc;

    OrderLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes over the lines of a newer report. */
    void replace(OrderId id, List<OrderLine> lines) {
        jdbc.sql("delete from order_lines where order_id = :id")
                .param("id", id.value())
                .update();
        insert(id, lines);
    }

    void insert(OrderId id, List<OrderLine> lines) {
        var position = 0;
        for (var line : lines) {
            jdbc.sql("""
                            insert into order_lines
                              (order_id, position, external_id, sku, title, variant, quantity, unit_price, refunded)
                            values (:id, :position, :externalId, :sku, :title, :variant, :quantity, :unitPrice, :refunded)
                            """)
                    .param("id", id.value())
                    .param("position", position++)
                    .param("externalId", line.externalId())
                    .param("sku", line.sku())
                    .param("title", line.title())
                    .param("variant", line.variant())
                    .param("quantity", line.quantity())
                    .param("unitPrice", line.unitPrice())
                    .param("refunded", line.refunded())
                    .update();
        }
    }

    void refund(OrderId id, String line, int quantity) {
        jdbc.sql("update order_lines set refunded = refunded + :quantity where order_id = :id and external_id = :line")
                .param("quantity", quantity)
                .param("id", id.value())
                .param("line", line)
                .update();
    }
}

package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of withdrawals, one per order. */
@Repository
class WithdrawalRecords {

    private final JdbcClient jdbc;

    WithdrawalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Withdrawal> of(OrderId order) {
        return jdbc.sql("select * from withdrawals where order_id = :order")
                .param("order", order.value())
                .query((row, number) -> new Withdrawal(
                        new OrderId(row.getLong("order_id")),
                        new ReturnId(row.getLong("return_id")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("content"),
                        row.getString("content_hash"),
                        row.getTimestamp("received_at").toInstant()))
                .optional();
    }

    void insert(Withdrawal withdrawal) {
        jdbc.sql("""
                        insert into withdrawals (order_id, return_id, name, email, content, content_hash, received_at)
                        values (:order, :id, :name, :email, :content, :hash, :at)
                        """)
                .param("order", withdrawal.order().value())
                .param("id", withdrawal.id().value())
                .param("name", withdrawal.name())
                .param("email", withdrawal.email())
                .param("content", withdrawal.content())
                .param("hash", withdrawal.contentHash())
                .param("at", Timestamp.from(withdrawal.receivedAt()))
                .update();
    }
}

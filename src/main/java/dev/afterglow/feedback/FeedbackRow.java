package dev.afterglow.feedback;

import dev.afterglow.customer.CustomerId;
import dev.afterglow.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads an answer from its row. */
final class FeedbackRow {

    private FeedbackRow() {}

    static Feedback feedback(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        return new Feedback(
                new FeedbackId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                new CustomerId(row.getLong("customer_id")),
                FeedbackKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                answer == null ? null : UsageAnswer.valueOf(answer),
                row.getObject("score", Integer.class),
                row.getString("words"),
                row.getString("wish"),
                row.getBoolean("unhappy_words"),
                FeedbackState.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getString("instance"),
                row.getString("support_case"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}

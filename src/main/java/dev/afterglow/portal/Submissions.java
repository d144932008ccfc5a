package dev.afterglow.portal;

import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes each form once: its key is written in the same transaction as what the form asks for, so that a second click,
 * at the same instant or a day later, finds what the first one did.
 */
@Component
public class Submissions {

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Attempts attempts, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Does the work unless the form was taken before.
     *
     * @param work answers the page that says what came of it
     * @return that page, or the one of the first time
     */
    public String once(OrderId order, FormKey form, Supplier<String> work) {
        return attempts.inTransaction(() -> destination(order, form).orElseGet(() -> take(order, form, work)));
    }

    private Optional<String> destination(OrderId order, FormKey form) {
        return jdbc.sql("select destination from portal_submissions where form_key = :form and order_id = :order")
                .param("form", form.value())
                .param("order", order.value())
                .query(String.class)
                .optional();
    }

    /** The key goes first: whoever comes second waits here until the first is done. */
    private String take(OrderId order, FormKey form, Supplier<String> work) {
        jdbc.sql("""
                        insert into portal_submissions (form_key, order_id, submitted_at)
                        values (:form, :order, :now)
                        """)
                .param("form", form.value())
                .param("order", order.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var destination = work.get();
        jdbc.sql("update portal_submissions set destination = :destination where form_key = :form")
                .param("destination", destination)
                .param("form", form.value())
                .update();
        return destination;
    }
}

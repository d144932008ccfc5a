package dev.afterglow.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When customers rest from what we write of our own accord, who asked for it, and who ended it. */
@Repository
public class Pauses {

    private final JdbcClient jdbc;
    private final Clock clock;

    Pauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Nothing but what belongs to an order until then; the later of two pauses stands.
     *
     * @param by {@code customer} or an agent's login
     */
    @Transactional
    public void pause(CustomerId customer, Instant until, String by) {
        jdbc.sql("""
                        insert into pauses (customer_id, paused_by, paused_at, paused_until)
                        values (:customer, :by, :now, :until)
                        """)
                .param("customer", customer.value())
                .param("by", by)
                .param("now", now())
                .param("until", Timestamp.from(until))
                .update();
        jdbc.sql("""
                        update customers set paused_until = :until
                        where id = :customer and (paused_until is null or paused_until < :until)
                        """)
                .param("until", Timestamp.from(until))
                .param("customer", customer.value())
                .update();
    }

    /**
     * Ends every pause she is in before its time, and keeps whose word that was.
     *
     * @param by {@code customer} or an agent's login
     */
    @Transactional
    public void resume(CustomerId customer, String by) {
        jdbc.sql("""
                        update pauses set ended_by = :by, ended_at = :now
                        where customer_id = :customer and paused_until > :now and ended_at is null
                        """)
                .param("by", by)
                .param("now", now())
                .param("customer", customer.value())
                .update();
        jdbc.sql("update customers set paused_until = null where id = :customer")
                .param("customer", customer.value())
                .update();
    }

    /** The pause she is in, the one that lasts longest, or nothing. */
    public Optional<Pause> of(CustomerId customer) {
        return jdbc
                .sql("""
                        select paused_by, paused_until from pauses
                        where customer_id = :customer and paused_until > :now and ended_at is null
                        order by paused_until desc, id
                        """)
                .param("customer", customer.value())
                .param("now", now())
                .query((row, number) ->
                        new Pause(row.getTimestamp("paused_until").toInstant(), row.getString("paused_by")))
                .list()
                .stream()
                .findFirst();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

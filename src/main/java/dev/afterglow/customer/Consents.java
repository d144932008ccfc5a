package dev.afterglow.customer;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What customers want to hear: their latest word per purpose, with where and when they gave it. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final CustomerSettings settings;
    private final Clock clock;

    Consents(JdbcClient jdbc, CustomerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Her latest word on each purpose she ever spoke about. */
    public Map<Purpose, Consent> of(CustomerId customer) {
        return jdbc
                .sql("select purpose, granted, source, given_at from consents where customer_id = :customer")
                .param("customer", customer.value())
                .query((row, number) -> new Consent(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getBoolean("granted"),
                        row.getString("source"),
                        row.getTimestamp("given_at").toInstant()))
                .list()
                .stream()
                .collect(toMap(Consent::purpose, consent -> consent));
    }

    /**
     * Whether she wants to read messages of a purpose: what helps with a purchase until she says no, what wants to sell
     * since she said yes, or, where the shop relies on the soft opt-in, until she says no. A pause counts apart.
     */
    public boolean wants(CustomerId customer, Purpose purpose) {
        var word = of(customer).get(purpose);
        return word == null ? purpose != Purpose.PROMOTIONAL || settings.softOptIn() : word.granted();
    }

    /** She agrees to a purpose, now. */
    @Transactional
    public void grant(CustomerId customer, Purpose purpose, String source) {
        remember(customer, new Consent(purpose, true, source, clock.instant()));
    }

    /** She no longer agrees to a purpose, from now on. */
    @Transactional
    public void withdraw(CustomerId customer, Purpose purpose, String source) {
        remember(customer, new Consent(purpose, false, source, clock.instant()));
    }

    /** Keeps the latest word only: an older one that arrives late changes nothing. */
    void remember(CustomerId customer, Consent consent) {
        if (consent.purpose() == Purpose.TRANSACTIONAL) {
            throw new IllegalArgumentException("What belongs to an order needs no consent");
        }
        var changed = spoken("""
                        update consents set granted = :granted, source = :source, given_at = :at
                        where customer_id = :customer and purpose = :purpose and given_at <= :at
                        """, customer, consent).update();
        if (changed == 0) {
            spoken("""
                            insert into consents (customer_id, purpose, granted, source, given_at)
                            select :customer, :purpose, :granted, :source, :at
                            where not exists
                              (select 1 from consents where customer_id = :customer and purpose = :purpose)
                            """, customer, consent).update();
        }
    }

    private JdbcClient.StatementSpec spoken(String sql, CustomerId customer, Consent consent) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("purpose", consent.purpose().name())
                .param("granted", consent.granted())
                .param("source", consent.source())
                .param("at", Timestamp.from(consent.at()));
    }
}

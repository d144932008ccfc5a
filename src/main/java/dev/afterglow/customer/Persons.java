package dev.afterglow.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept about a person: all of it handed out, or all of it forgotten. */
@Component
public class Persons {

    private final JdbcClient jdbc;
    private final PersonalRecords records;
    private final Suppressions suppressions;
    private final ApplicationEventPublisher events;

    Persons(JdbcClient jdbc, PersonalRecords records, Suppressions suppressions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.records = records;
        this.suppressions = suppressions;
        this.events = events;
    }

    /** Everything kept about her, by table; empty when nothing is. That somebody asked is kept in the audit trail. */
    @Transactional
    public Map<String, List<Map<String, Object>>> export(EmailAddress email) {
        var found = find(email);
        found.ifPresent(customer -> audit("PERSON_EXPORTED", customer));
        return found.map(records::of).orElse(Map.of());
    }

    /**
     * Forgets her: journeys end, orders, messages and requests go; only a keyed hash of her address stays, so that
     * nothing is ever sent there again.
     *
     * @return whether anything was known of her
     */
    @Transactional
    public boolean erase(EmailAddress email) {
        suppressions.add(email, Suppressions.Reason.ERASED);
        var found = find(email);
        found.ifPresent(customer -> {
            audit("PERSON_ERASED", customer);
            events.publishEvent(new CustomerErased(customer, email));
            delete("delete from orders where customer_id = :id", customer);
            delete("delete from customers where id = :id", customer);
        });
        return found.isPresent();
    }

    private Optional<CustomerId> find(EmailAddress email) {
        return jdbc.sql("select id from customers where email = :email")
                .param("email", email.value())
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    private void audit(String action, CustomerId customer) {
        events.publishEvent(new AuditApplicationEvent("", action, "subject=customer id " + customer.value()));
    }

    private void delete(String sql, CustomerId customer) {
        jdbc.sql(sql).param("id", customer.value()).update();
    }
}

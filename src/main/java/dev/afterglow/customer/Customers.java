package dev.afterglow.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The people who bought; one row per e-mail address, one per order for those without. */
@Repository
public class Customers {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final CustomerRows rows;
    private final Clock clock;

    Customers(JdbcClient jdbc, Consents consents, CustomerRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Finds the customer by her address or adds her, and keeps what is newly known of her.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another transaction adds her at the same instant;
     *     trying the whole transaction again finds her
     */
    public CustomerId remember(Contact contact) {
        var id = Optional.ofNullable(contact.email())
                .flatMap(this::idOf)
                .map(known -> update(known, contact))
                .orElseGet(() -> insert(contact));
        var consent = contact.consent();
        if (consent != null) {
            consents.remember(id, new Consent(Purpose.PROMOTIONAL, consent.granted(), consent.source(), consent.at()));
        }
        return id;
    }

    /** The customer, or nothing when she was never seen or has been erased. */
    public Optional<Customer> byId(CustomerId id) {
        return jdbc.sql("select " + CustomerRows.COLUMNS + " from customers c where c.id = :id")
                .param("id", id.value())
                .query((row, number) -> rows.customer(row))
                .optional();
    }

    /** Who reads at this address, or nothing when nobody known does. */
    public Optional<CustomerId> idOf(EmailAddress email) {
        return jdbc.sql("select id from customers where email = :email")
                .param("email", email.value())
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    /** She chose the language to read in; whatever a shop reports of her later does not change it. */
    public void speak(CustomerId id, Locale language) {
        jdbc.sql("update customers set locale = :locale, locale_chosen = true where id = :id")
                .param("locale", language.toLanguageTag())
                .param("id", id.value())
                .update();
    }

    private CustomerId insert(Contact contact) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into customers (email, first_name, last_name, locale, time_zone, created_at)
                        values (:email, :firstName, :lastName, :locale, :zone, :now)
                        """)
                .param("email", contact.email() == null ? null : contact.email().value())
                .param("firstName", contact.firstName())
                .param("lastName", contact.lastName())
                .param("locale", tag(contact.locale()))
                .param("zone", id(contact.zone()))
                .param("now", Timestamp.from(clock.instant()))
                .update(keys, "id");
        return new CustomerId(keys.getKeyAs(Long.class));
    }

    private CustomerId update(CustomerId id, Contact contact) {
        jdbc.sql("""
                        update customers set
                          first_name = coalesce(:firstName, first_name),
                          last_name = coalesce(:lastName, last_name),
                          locale = case when locale_chosen then locale else coalesce(:locale, locale) end,
                          time_zone = coalesce(:zone, time_zone)
                        where id = :id
                        """)
                .param("firstName", contact.firstName())
                .param("lastName", contact.lastName())
                .param("locale", tag(contact.locale()))
                .param("zone", id(contact.zone()))
                .param("id", id.value())
                .update();
        return id;
    }

    private static @Nullable String tag(@Nullable Locale locale) {
        return locale == null ? null : locale.toLanguageTag();
    }

    private static @Nullable String id(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}

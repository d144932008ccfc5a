package dev.afterglow.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads a customer from a row that may be joined with what she ordered. */
@Component
public class CustomerRows {

    /** Of the table {@code customers}, called {@code c}. */
    public static final String COLUMNS = """
            c.id as customer_id, c.email as customer_email, c.first_name as customer_first_name,
            c.last_name as customer_last_name, c.locale as customer_locale, c.locale_chosen as customer_locale_chosen,
            c.time_zone as customer_time_zone
            """;

    private final Shop shop;

    CustomerRows(Shop shop) {
        this.shop = shop;
    }

    /** The customer of the row the cursor is on, which has all {@link #COLUMNS}. */
    public Customer customer(ResultSet row) throws SQLException {
        var email = row.getString("customer_email");
        var locale = row.getString("customer_locale");
        var zone = row.getString("customer_time_zone");
        return new Customer(
                new CustomerId(row.getLong("customer_id")),
                email == null ? null : new EmailAddress(email),
                row.getString("customer_first_name"),
                row.getString("customer_last_name"),
                locale == null ? shop.locale() : Locale.forLanguageTag(locale),
                row.getBoolean("customer_locale_chosen"),
                zone == null ? shop.zone() : ZoneId.of(zone));
    }
}

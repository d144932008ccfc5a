package dev.afterglow.returns;

import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Shop;
import dev.afterglow.order.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes down a withdrawal as the customer made it, in her language, complete in itself. */
@Component
class WithdrawalStatements {

    private final Customers customers;
    private final Shop shop;

    WithdrawalStatements(Customers customers, Shop shop) {
        this.customers = customers;
        this.shop = shop;
    }

    String content(Order order, List<ReturnedLine> lines, String name, String email, ZonedDateTime at) {
        var locale = locale(order);
        var words = ResourceBundle.getBundle(
                "withdrawal/statement", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var placedOn = order.placedAt().atZone(at.getZone());
        return String.join(
                "\n",
                words.getString("statement").replace("{shop}", shop.name()),
                "",
                words.getString("order") + ": " + order.number() + " (" + day(placedOn, locale) + ")",
                lines.stream().map(WithdrawalStatements::line).collect(Collectors.joining("\n")),
                words.getString("name") + ": " + name,
                words.getString("receipt") + ": " + email,
                words.getString("received") + ": " + moment(at, locale));
    }

    static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Locale locale(Order order) {
        return customers
                .byId(order.customer())
                .map(customer -> customer.reads(order.locale()))
                .orElse(shop.locale());
    }

    private static String line(ReturnedLine line) {
        var variant = line.variant() == null ? "" : " (" + line.variant() + ")";
        return "- " + line.quantity() + " × " + line.title() + variant;
    }

    private static String day(ZonedDateTime at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(at);
    }

    /** With its zone and offset: a receipt is read years later and elsewhere. */
    private static String moment(ZonedDateTime at, Locale locale) {
        return day(at, locale) + ", "
                + DateTimeFormatter.ofPattern("HH:mm:ss '('VV, xxx')'", Locale.ROOT)
                        .format(at);
    }
}

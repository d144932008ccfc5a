package dev.afterglow.intake;

import dev.afterglow.customer.Contact;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.MarketingConsent;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a contact of what a sender tells about the person, and notes what will be missing. */
public final class Buyer {

    private static final int LONGEST_NAME = 100;

    private Buyer() {}

    /** @param remarks takes a sentence when there is no address to write to */
    public static Contact contact(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Locale locale,
            @Nullable ZoneId zone,
            @Nullable MarketingConsent consent,
            List<String> remarks) {
        var address = EmailAddress.of(email);
        if (address.isEmpty()) {
            remarks.add(
                    email == null || email.isBlank()
                            ? "no e-mail address, so nobody can be mailed"
                            : "the e-mail address is none, so nobody can be mailed");
        }
        return new Contact(
                address.orElse(null),
                Texts.fit(firstName, LONGEST_NAME),
                Texts.fit(lastName, LONGEST_NAME),
                locale,
                zone,
                consent);
    }

    /** The currency, or {@code XXX} ("none") when it is no three letters. */
    public static String currency(@Nullable String code, List<String> remarks) {
        var currency = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        if (!currency.matches("[A-Z]{3}")) {
            remarks.add("the currency is missing or no three letters, so amounts stand without one");
            return "XXX";
        }
        if (java.util.Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            remarks.add("the currency " + currency + " is unknown to us");
        }
        return currency;
    }

    /** A web address as it may stand in a mail, or null. */
    public static @Nullable String link(@Nullable String url) {
        var text = Texts.fit(url, 1001);
        return text != null && text.length() <= 1000 && text.matches("(?i)https?://[^\\s<>\"]+") ? text : null;
    }
}

package dev.afterglow.journey.handwrittennote;

import dev.afterglow.customer.Shop;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.OrderLine;
import java.util.Comparator;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** Words to begin a note with, in the customer's language; whoever writes it makes them her own. */
@Component
class SuggestedWords {

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Shop shop;

    SuggestedWords(Shop shop) {
        this.shop = shop;
    }

    String of(String reason, Dossier dossier) {
        var words = ResourceBundle.getBundle("answers/note", dossier.locale(), ENGLISH_ELSE);
        var name = dossier.customer().firstName();
        var greeting = name == null || name.isBlank() ? words.getString("greeting.guest") : words.getString("greeting");
        return (greeting + "\n\n" + words.getString(reason) + "\n\n" + words.getString("signature"))
                .replace("{name}", name == null ? "" : name.strip())
                .replace("{product}", dearest(dossier))
                .replace("{shop}", shop.name());
    }

    private static String dearest(Dossier dossier) {
        return dossier.order().lines().stream()
                .max(Comparator.comparing(OrderLine::unitPrice))
                .map(OrderLine::title)
                .orElse("");
    }
}

package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.customer.Shop;
import dev.afterglow.order.Dossier;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** How a call may begin, in the customer's language. */
@Component
class Suggestions {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final Shop shop;

    Suggestions(Shop shop) {
        this.shop = shop;
        texts.setBasename("answers/feedback");
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Locale.ENGLISH);
        texts.setFallbackToSystemLocale(false);
    }

    String opening(Dossier dossier) {
        var name =
                Objects.requireNonNullElse(dossier.customer().firstName(), "").strip();
        return texts.getMessage(
                name.isEmpty() ? "opening.guest" : "opening",
                new Object[] {name, shop.name(), dossier.order().number()},
                dossier.locale());
    }
}

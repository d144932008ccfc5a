package dev.afterglow.portal.web;

import dev.afterglow.customer.Shop;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The languages the pages are written in, and which one a reader sees. */
@Component
class Languages {

    static final String PARAMETER = "lang";
    static final List<String> WRITTEN = List.of("en", "fr", "de");

    private final Shop shop;

    Languages(Shop shop) {
        this.shop = shop;
    }

    /** The one asked for by the switch on the page. */
    Optional<Locale> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER))
                .filter(WRITTEN::contains)
                .map(Locale::forLanguageTag);
    }

    /** Hers when we write it, else the shop's, else English. */
    Locale closestTo(Locale wanted) {
        if (WRITTEN.contains(wanted.getLanguage())) {
            return wanted;
        }
        return WRITTEN.contains(shop.locale().getLanguage()) ? shop.locale() : Locale.ENGLISH;
    }

    /** For a reader we do not know: what the browser prefers. */
    Locale ofBrowser(HttpServletRequest request) {
        return asked(request).orElseGet(() -> {
            var preferred = new ArrayList<Locale>();
            request.getLocales().asIterator().forEachRemaining(preferred::add);
            return preferred.stream()
                    .filter(locale -> request.getHeader("Accept-Language") != null)
                    .filter(locale -> WRITTEN.contains(locale.getLanguage()))
                    .findFirst()
                    .orElseGet(() -> closestTo(shop.locale()));
        });
    }
}

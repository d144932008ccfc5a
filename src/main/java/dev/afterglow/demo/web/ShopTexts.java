package dev.afterglow.demo.web;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The shop pages' words in one language. */
final class ShopTexts {

    private ShopTexts() {}

    static Map<String, String> in(String language) {
        var bundle = ResourceBundle.getBundle(
                "demo.shop",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }
}

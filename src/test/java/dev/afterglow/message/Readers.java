package dev.afterglow.message;

import dev.afterglow.customer.Shop;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A shop and what its messages may speak about: everything, or as little as there can be. */
final class Readers {

    static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

    private Readers() {}

    static Shop shop() {
        return shop("en", "#2f5d50");
    }

    static Shop shop(String language, String color) {
        return new Shop(
                "Maison Verdier",
                URI.create("https://shop.example/"),
                URI.create("https://care.shop.example/"),
                ZoneId.of("Europe/Paris"),
                new Locale(language),
                "bonjour@shop.example",
                "Maison Verdier SAS, 12 rue des Tanneurs, 69005 Lyon, France",
                color);
    }

    static MessageRenderer renderer() {
        return new MessageRenderer(shop(), FILES);
    }

    static MessageFacts everything() {
        return new MessageFacts("Anna", order(), teapot(), List.of(cups(), caddy(), tea()), parcel(), null, links())
                .quoting(new MessageFacts.Testimonial(
                        "Pair of Uji cups",
                        "They keep the tea warm and sit in the hand as if made for it.",
                        "Claire M.",
                        "https://care.shop.example/api/reviews/photos/k1"));
    }

    /** No name, no product, no suggestion, no parcel, no link: what a bare order knows. */
    static MessageFacts hardlyAnything() {
        var line = new MessageFacts.Line("Kyoto teapot", null, null, null, 1, new BigDecimal("68.00"));
        var order = new MessageFacts.Purchase(
                "1042", LocalDate.of(2026, 11, 1), "EUR", new BigDecimal("68.00"), null, List.of(line), null);
        return new MessageFacts(null, order, null, List.of(), null, null, Map.of());
    }

    static MessageFacts.Purchase order() {
        return new MessageFacts.Purchase(
                "#1042",
                LocalDate.of(2026, 11, 20),
                "EUR",
                new BigDecimal("138.40"),
                new BigDecimal("4.90"),
                List.of(
                        new MessageFacts.Line(
                                "Kyoto teapot",
                                "Celadon, 0.8 l",
                                "TEA-POT-1",
                                "https://shop.example/img/teapot.png",
                                1,
                                new BigDecimal("68.00")),
                        new MessageFacts.Line(
                                "Pair of Uji cups",
                                null,
                                "CUP-2",
                                "https://shop.example/img/cups.png",
                                2,
                                new BigDecimal("65.50"))),
                "https://shop.example/orders/1042");
    }

    static MessageFacts.Item teapot() {
        return item(
                "TEA-POT-1",
                "Kyoto teapot",
                "https://shop.example/guides/kyoto",
                "Rinse with warm water only and let it dry with the lid off. No detergent: the glaze remembers taste.",
                24);
    }

    static MessageFacts.Item cups() {
        return item("CUP-2", "Pair of Uji cups", null, null, null);
    }

    static MessageFacts.Item caddy() {
        return item("CADDY-1", "Cherry bark tea caddy", null, null, null);
    }

    static MessageFacts.Item tea() {
        return item("TEA-9", "Sencha from the first harvest", null, null, null);
    }

    private static MessageFacts.Item item(
            String sku, String title, @Nullable String guide, @Nullable String care, @Nullable Integer warranty) {
        var page = "https://shop.example/p/" + sku;
        return new MessageFacts.Item(
                sku, title, "Tea", page, "https://shop.example/img/" + sku + ".png", guide, care, warranty);
    }

    static MessageFacts.Parcel parcel() {
        return new MessageFacts.Parcel(
                "DHL",
                "00340434161094021501",
                "https://track.example/00340434161094021501",
                LocalDate.of(2026, 11, 25),
                new MessageFacts.Address("Anna Berger", "Lindenweg 4", "80331", "München", null, "DE"));
    }

    static Map<String, URI> links() {
        return Map.of(
                "order", URI.create("https://care.shop.example/o/abc"),
                "preferences", URI.create("https://care.shop.example/p/abc"),
                "unsubscribe", URI.create("https://care.shop.example/u/abc"));
    }
}

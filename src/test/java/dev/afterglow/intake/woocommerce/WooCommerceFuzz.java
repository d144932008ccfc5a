package dev.afterglow.intake.woocommerce;

import static dev.afterglow.fuzz.FuzzedParser.seed;

import dev.afterglow.customer.Shop;
import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Unreadable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** WooCommerce's webhooks: the first byte chooses the topic, the rest is the body. */
public final class WooCommerceFuzz implements FuzzedParser {

    private static final List<String> TOPICS = List.of("order.created", "order.updated", "order.deleted");

    private final WooCommerceTranslation translation = new WooCommerceTranslation(
            Clock.fixed(Instant.parse("2026-05-15T08:00:00Z"), ZoneOffset.UTC),
            new Shop(
                    "Shop",
                    URI.create("https://shop.example"),
                    URI.create("https://after.shop.example"),
                    ZoneId.of("Europe/Paris"),
                    Locale.ENGLISH,
                    "help@shop.example",
                    "Shop, Street 1",
                    "#2f5d50"));

    @Override
    public void read(byte[] input) {
        var topic = FuzzedParser.chosen(input, TOPICS);
        try {
            Sound.check(translation.translate(
                    new Delivery(Sender.WOOCOMMERCE, "1", topic, null, "valid", "", FuzzedParser.text(input))));
        } catch (Unreadable e) {
            // Kept in the inbox with these words.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                seed(0, "intake/woocommerce/order-created.json"),
                seed(1, "intake/woocommerce/order-created.json"),
                seed(2, "intake/woocommerce/order-created.json"));
    }
}

package dev.afterglow.intake.shopify;

import static dev.afterglow.fuzz.FuzzedParser.seed;

import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Shopify's webhooks: the first byte chooses the topic, the rest is the body. */
public final class ShopifyFuzz implements FuzzedParser {

    private static final List<String> TOPICS = List.of(
            "orders/create",
            "orders/cancelled",
            "orders/delete",
            "fulfillments/create",
            "fulfillment_events/create",
            "refunds/create");

    private final ShopifyTranslation translation =
            new ShopifyTranslation(Clock.fixed(Instant.parse("2026-05-15T08:00:00Z"), ZoneOffset.UTC));

    @Override
    public void read(byte[] input) {
        var topic = FuzzedParser.chosen(input, TOPICS);
        try {
            Sound.check(translation.translate(
                    new Delivery(Sender.SHOPIFY, "1", topic, null, "valid", "", FuzzedParser.text(input))));
        } catch (Unreadable e) {
            // Kept in the inbox with these words.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                seed(0, "intake/shopify/order-create.json"),
                seed(0, "intake/shopify/order-fulfilled.json"),
                seed(1, "intake/shopify/order-create.json"),
                seed(2, "intake/shopify/order-create.json"),
                seed(3, "intake/shopify/fulfillment-create.json"),
                seed(4, "intake/shopify/fulfillment-event-delivered.json"),
                seed(5, "intake/shopify/refund-full.json"));
    }
}

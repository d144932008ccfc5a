package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Cancellation;
import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.News;
import dev.afterglow.intake.OrderKey;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Translation;
import dev.afterglow.order.OrderSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads Shopify's webhooks by topic. */
@Component
class ShopifyTranslation implements Translation {

    private final Clock clock;

    ShopifyTranslation(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Sender sender() {
        return Sender.SHOPIFY;
    }

    @Override
    public News translate(Delivery delivery) {
        var payload = Payload.of(delivery.body());
        var now = clock.instant();
        return switch (delivery.topic()) {
            case "orders/create", "orders/paid", "orders/updated", "orders/fulfilled", "orders/partially_fulfilled" ->
                ShopifyOrder.read(payload, now);
            case "orders/cancelled" -> {
                var news = ShopifyOrder.read(payload, now);
                yield new News(
                        news.key(),
                        news.order(),
                        true,
                        news.shipments(),
                        news.refunds(),
                        new Cancellation(
                                Optional.ofNullable(payload.instant("cancelled_at"))
                                        .orElse(now),
                                payload.text("cancel_reason", 100)),
                        news.remarks());
            }
            case "orders/delete" ->
                News.of(OrderSource.SHOPIFY, payload.required("id"), new Cancellation(now, "deleted in the shop"));
            case "fulfillments/create", "fulfillments/update" ->
                News.of(order(payload), ShopifyParcel.ofFulfillment(payload, now));
            case "fulfillment_events/create" -> News.of(order(payload), List.of(ShopifyParcel.ofEvent(payload, now)));
            case "refunds/create" -> News.of(order(payload), ShopifyRefund.read(payload, now));
            default -> News.none("the topic " + delivery.topic() + " does not concern us");
        };
    }

    private static OrderKey order(Payload payload) {
        return OrderKey.of(OrderSource.SHOPIFY, payload.required("order_id"));
    }
}

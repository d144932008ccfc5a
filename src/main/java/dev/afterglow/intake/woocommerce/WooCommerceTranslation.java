package dev.afterglow.intake.woocommerce;

import dev.afterglow.customer.Shop;
import dev.afterglow.intake.Cancellation;
import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.News;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Translation;
import dev.afterglow.order.OrderSource;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads WooCommerce's webhooks by topic. */
@Component
class WooCommerceTranslation implements Translation {

    private final Clock clock;
    private final Shop shop;

    WooCommerceTranslation(Clock clock, Shop shop) {
        this.clock = clock;
        this.shop = shop;
    }

    @Override
    public Sender sender() {
        return Sender.WOOCOMMERCE;
    }

    @Override
    public News translate(Delivery delivery) {
        return switch (delivery.topic()) {
            case "order.created", "order.updated", "order.restored" ->
                WooCommerceOrder.read(Payload.of(delivery.body()), clock.instant(), shop.zone());
            case "order.deleted" -> {
                var id = Payload.of(delivery.body()).required("id");
                var cancellation = new Cancellation(clock.instant(), "deleted in the shop");
                yield News.of(OrderSource.WOOCOMMERCE, id, cancellation);
            }
            default -> News.none("the topic " + delivery.topic() + " does not concern us");
        };
    }
}

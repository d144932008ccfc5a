package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.Shop;
import dev.afterglow.message.MessageFacts;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipments;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages about real orders that are looked at and never sent to their customers. */
@Component
public class Drafts {

    private final Orders orders;
    private final Shipments shipments;
    private final Briefing briefing;
    private final Shop shop;

    Drafts(Orders orders, Shipments shipments, Briefing briefing, Shop shop) {
        this.orders = orders;
        this.shipments = shipments;
        this.briefing = briefing;
        this.shop = shop;
    }

    /** What would be said about an order, or nothing when there is no such order; its links lead to the shop only. */
    public Optional<MessageFacts> of(Touchpoint touchpoint, OrderId order, @Nullable String variant, Locale locale) {
        return orders.dossier(order).map(dossier -> {
            var parcel = shipments.of(order).stream().findFirst().orElse(null);
            return withoutKeys(briefing.sample(touchpoint, dossier, parcel, variant, locale));
        });
    }

    /** Who looks at a draft must not be able to answer or unsubscribe in the customer's name. */
    private MessageFacts withoutKeys(MessageFacts facts) {
        Map<String, URI> links = facts.links().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, link -> link.getKey().equals("selection") ? link.getValue() : shop.url()));
        return new MessageFacts(
                facts.firstName(),
                facts.order(),
                facts.product(),
                facts.suggestions(),
                facts.shipment(),
                facts.matter(),
                links,
                facts.variant(),
                facts.testimonial());
    }
}

package dev.afterglow.journey.touchpoint;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.message.MessageFacts;
import dev.afterglow.message.MessageFacts.Item;
import dev.afterglow.message.MessageFacts.Line;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.message.MessageFacts.Parcel;
import dev.afterglow.message.MessageFacts.Purchase;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Shipment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers everything a message about an order may speak about. */
@Component
class Briefing {

    private static final int SUGGESTIONS = 3;

    private final Products products;
    private final PortalLinks links;

    Briefing(Products products, PortalLinks links) {
        this.products = products;
        this.links = links;
    }

    MessageFacts about(Dossier dossier, @Nullable Shipment shipment, @Nullable Matter matter) {
        var order = dossier.order();
        var bought = bought(order);
        var language = dossier.locale().getLanguage();
        var featured = featured(order, bought);
        return new MessageFacts(
                dossier.customer().firstName(),
                purchase(dossier, bought, language),
                featured.map(product -> item(product.in(language))).orElse(null),
                featured.map(product -> suggestions(product, bought)).orElse(List.of()).stream()
                        .map(product -> item(product.in(language)))
                        .toList(),
                shipment == null ? null : parcel(shipment, order),
                matter,
                links.of(order));
    }

    private Map<String, Product> bought(Order order) {
        return products.bySkus(order.lines().stream()
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** The thing the order is about: the dearest one we know, those with a guide first. */
    private static Optional<Product> featured(Order order, Map<String, Product> bought) {
        return order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::unitPrice).reversed())
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .map(bought::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(product -> product.guideUrl() == null));
    }

    /** What goes well with it: in stock, in the catalogue, and not bought already. */
    private List<Product> suggestions(Product product, Map<String, Product> bought) {
        var skus = product.complements().stream()
                .filter(sku -> !bought.containsKey(sku))
                .toList();
        var known = products.bySkus(skus);
        return skus.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(Product::inStock)
                .limit(SUGGESTIONS)
                .toList();
    }

    private static Purchase purchase(Dossier dossier, Map<String, Product> bought, String language) {
        var order = dossier.order();
        return new Purchase(
                order.number(),
                dossier.placedOn(),
                order.currency(),
                order.total(),
                order.shipping(),
                order.lines().stream().map(line -> line(line, bought, language)).toList(),
                order.statusUrl());
    }

    private static Line line(OrderLine line, Map<String, Product> bought, String language) {
        var product = line.sku() == null ? null : bought.get(line.sku());
        return new Line(
                product == null ? line.title() : product.in(language).title(),
                line.variant(),
                line.sku(),
                product == null ? null : product.imageUrl(),
                line.quantity(),
                line.total());
    }

    private static Item item(Product product) {
        return new Item(
                product.sku(),
                product.title(),
                product.category(),
                product.url(),
                product.imageUrl(),
                product.guideUrl(),
                product.care(),
                product.warrantyMonths());
    }

    private static Parcel parcel(Shipment shipment, Order order) {
        var address = order.address();
        return new Parcel(
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.trackingUrl(),
                shipment.expectedOn(),
                new MessageFacts.Address(
                        address.recipient(),
                        address.street(),
                        address.postalCode(),
                        address.city(),
                        address.region(),
                        address.country()));
    }
}

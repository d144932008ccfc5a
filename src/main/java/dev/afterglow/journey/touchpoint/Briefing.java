package dev.afterglow.journey.touchpoint;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.journey.content.Content;
import dev.afterglow.journey.content.Contents;
import dev.afterglow.message.MessageFacts;
import dev.afterglow.message.MessageFacts.Item;
import dev.afterglow.message.MessageFacts.Line;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.message.MessageFacts.Parcel;
import dev.afterglow.message.MessageFacts.Purchase;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Shipment;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers everything a message about an order may speak about. */
@Component
class Briefing {

    private final Products products;
    private final PortalLinks links;
    private final Contents contents;

    Briefing(Products products, PortalLinks links, Contents contents) {
        this.products = products;
        this.links = links;
        this.contents = contents;
    }

    MessageFacts about(Touchpoint touchpoint, Dossier dossier, @Nullable Shipment shipment, @Nullable Matter matter) {
        var product = featured(dossier.order(), bought(dossier.order())).orElse(null);
        return about(dossier, shipment, matter, contents.of(touchpoint, dossier, product), dossier.locale());
    }

    /** The same about a variant and in a language of somebody's choice, to be looked at. */
    MessageFacts sample(
            Touchpoint touchpoint,
            Dossier dossier,
            @Nullable Shipment shipment,
            @Nullable String variant,
            Locale locale) {
        var product = featured(dossier.order(), bought(dossier.order())).orElse(null);
        return about(
                dossier,
                shipment,
                null,
                contents.sample(touchpoint, dossier, product, variant, locale.getLanguage()),
                locale);
    }

    private MessageFacts about(
            Dossier dossier, @Nullable Shipment shipment, @Nullable Matter matter, Content content, Locale locale) {
        var order = dossier.order();
        var bought = bought(order);
        var language = locale.getLanguage();
        var featured = featured(order, bought);
        return new MessageFacts(
                dossier.customer().firstName(),
                purchase(dossier, bought, language),
                featured.map(product -> item(product.in(language))).orElse(null),
                content.suggestions().stream()
                        .map(product -> item(product.in(language)))
                        .toList(),
                shipment == null ? null : parcel(shipment, order),
                matter == null ? content.gift() : matter,
                links(order, content),
                content.variant(),
                content.testimonial());
    }

    private Map<String, Product> bought(Order order) {
        return products.bySkus(order.lines().stream()
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** The thing the order is about: the dearest one she kept and we know, those with a guide first. */
    private static Optional<Product> featured(Order order, Map<String, Product> bought) {
        return order.lines().stream()
                .filter(line -> line.refunded() < line.quantity())
                .sorted(Comparator.comparing(OrderLine::unitPrice).reversed())
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .map(bought::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(product -> product.guideUrl() == null));
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

    private Map<String, URI> links(Order order, Content content) {
        var all = new LinkedHashMap<>(links.of(order));
        if (content.preview() != null) {
            all.put("selection", content.preview());
        }
        return all;
    }
}

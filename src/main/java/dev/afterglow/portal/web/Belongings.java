package dev.afterglow.portal.web;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.Shipments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was bought, read together with the catalogue. */
@Component
class Belongings {

    private final Products products;
    private final Shipments shipments;
    private final ProductPictures pictures;

    Belongings(Products products, Shipments shipments, ProductPictures pictures) {
        this.products = products;
        this.shipments = shipments;
        this.pictures = pictures;
    }

    /** Everything of the visit's order, in its sequence. */
    List<Belonging> of(Visit visit) {
        var lines = visit.order().lines();
        var known = products.bySkus(lines.stream()
                .map(OrderLine::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var since = LocalDate.ofInstant(arrival(visit), visit.zone());
        return IntStream.range(0, lines.size())
                .mapToObj(place -> {
                    var line = lines.get(place);
                    var product = line.sku() == null ? null : known.get(line.sku());
                    return belonging(
                            place,
                            line,
                            product == null ? null : product.in(visit.locale().getLanguage()),
                            since);
                })
                .toList();
    }

    /** A guarantee runs from the day the last parcel arrived, or of the order while none is known to have. */
    private Instant arrival(Visit visit) {
        return shipments.of(visit.order().id()).stream()
                .map(Shipment::deliveredAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(visit.order().placedAt());
    }

    private Belonging belonging(int place, OrderLine line, @Nullable Product product, LocalDate since) {
        var months = product == null ? null : product.warrantyMonths();
        return new Belonging(
                place,
                line.sku(),
                product == null ? line.title() : product.title(),
                line.variant(),
                line.quantity(),
                line.total(),
                product == null ? null : pictures.shown(product.imageUrl()),
                product == null ? null : WebAddresses.checked(product.guideUrl()),
                product == null ? null : product.care(),
                months,
                months == null || months <= 0 ? null : since.plusMonths(months));
    }
}

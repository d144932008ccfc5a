package dev.afterglow.demo;

import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What somebody buys, decided before it is bought. */
record Purchase(int position, Shopper shopper, boolean withEmail, List<Item> items, Instant at) {

    private static final int FIRST_NUMBER = 1001;
    private static final BigDecimal FREE_FROM = new BigDecimal("100");
    private static final BigDecimal SHIPPING = new BigDecimal("5.90");

    /** One line of it. */
    record Item(Ware ware, @Nullable String variant, int quantity) {}

    static List<Item> basket(Random random, List<Ware> wares) {
        var basket = new ArrayList<Item>();
        var left = new ArrayList<>(wares.stream()
                .filter(ware -> ware.inStock() == null || ware.inStock())
                .toList());
        var lines = random.nextInt(10) < 6 ? 1 : 2 + random.nextInt(2);
        for (var line = 0; line < lines; line++) {
            var ware = left.remove(random.nextInt(left.size()));
            var variant = ware.variants() == null ? null : Shopper.any(random, ware.variants());
            basket.add(new Item(ware, variant, random.nextInt(5) == 0 ? 2 : 1));
        }
        return basket;
    }

    String number() {
        return "ML-" + (FIRST_NUMBER + position);
    }

    String externalId() {
        return Long.toString(5_820_001_000L + position);
    }

    ReportedOrder report(String address) {
        var lines = lines();
        var goods = lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        var shipping = goods.compareTo(inCurrency(FREE_FROM)) >= 0 ? BigDecimal.ZERO : inCurrency(SHIPPING);
        return new ReportedOrder(
                OrderSource.SHOPIFY,
                externalId(),
                number(),
                shopper.contact(withEmail, at),
                at,
                at,
                shopper.region().currency(),
                goods.add(shipping),
                shipping,
                lines,
                shopper.address(),
                shopper.region().zone(),
                address + "/demo/orders/" + number(),
                false,
                null,
                null);
    }

    private List<OrderLine> lines() {
        var language = shopper.region().language();
        return items.stream()
                .map(item -> new OrderLine(
                        number() + "-" + item.ware().sku(),
                        item.ware().sku(),
                        item.ware().in(language).title(),
                        item.variant(),
                        item.quantity(),
                        inCurrency(item.ware().price()),
                        0))
                .toList();
    }

    private BigDecimal inCurrency(BigDecimal euro) {
        return euro.multiply(shopper.region().rate())
                .setScale(0, RoundingMode.HALF_UP)
                .setScale(2);
    }
}

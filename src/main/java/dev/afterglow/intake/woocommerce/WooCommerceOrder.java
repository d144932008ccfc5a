package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.News;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Places;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.Address;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import dev.afterglow.order.ReportedRefund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a WooCommerce order. Paid, finished and bank-transfer orders are purchases; unpaid carts and failed payments
 * are not, but an order we know is kept up to date through any status.
 */
final class WooCommerceOrder {

    private static final Set<String> NO_PURCHASE =
            Set.of("pending", "failed", "checkout-draft", "auto-draft", "draft", "new");
    private static final Set<String> TAKEN_BACK = Set.of("cancelled", "refunded", "trash");

    private final Payload order;
    private final String status;
    private final WooCommerceTime time;
    private final Instant changedAt;
    private final List<String> remarks = new ArrayList<>();

    private WooCommerceOrder(Payload order, Instant now, ZoneId shopZone) {
        this.order = order;
        this.status = Objects.requireNonNullElse(order.text("status", 100), "processing")
                .replaceFirst("^wc-", "");
        this.time = new WooCommerceTime(order, shopZone);
        this.changedAt =
                time.at("date_modified").or(() -> time.at("date_created")).orElse(now);
    }

    static News read(Payload order, Instant now, ZoneId shopZone) {
        return new WooCommerceOrder(order, now, shopZone).news(now);
    }

    private News news(Instant now) {
        var parcels = new WooCommerceParcels(order, status, time, changedAt).read();
        var news = News.of(order(now), parcels, refunds(), remarks);
        if (NO_PURCHASE.contains(status)) {
            remarks.add("an order with status \"" + status + "\" is no purchase yet");
            return news.ifKnown();
        }
        return news;
    }

    private ReportedOrder order(Instant now) {
        var billing = order.at("billing");
        var shipping = order.at("shipping");
        var hasShipping = shipping.text("country") != null || shipping.text("address_1") != null;
        var address = hasShipping ? shipping : billing;
        var country = address.text("country", 2);
        var zone = Places.zone(country, address.text("state"));
        var placedAt = time.at("date_created").orElse(now);
        var isTakenBack = TAKEN_BACK.contains(status);
        if (isTakenBack) {
            remarks.add("the order is " + status);
        }
        return new ReportedOrder(
                OrderSource.WOOCOMMERCE,
                order.required("id"),
                Objects.requireNonNullElseGet(order.text("number", 100), () -> order.required("id")),
                Buyer.contact(
                        billing.text("email"),
                        Texts.first(billing.text("first_name"), shipping.text("first_name")),
                        Texts.first(billing.text("last_name"), shipping.text("last_name")),
                        Places.locale(null, country),
                        zone,
                        null,
                        remarks),
                placedAt,
                changedAt,
                Buyer.currency(order.text("currency"), remarks),
                Optional.ofNullable(order.amount("total")).orElse(BigDecimal.ZERO),
                order.amount("shipping_total"),
                lines(),
                address(address),
                zone,
                null,
                false,
                isTakenBack ? changedAt : null,
                isTakenBack ? status : null);
    }

    private List<OrderLine> lines() {
        var lines = new ArrayList<OrderLine>();
        for (var line : order.list("line_items")) {
            if (line.number("quantity") <= 0) {
                remarks.add("a line without a quantity was left out");
                continue;
            }
            var sku = line.text("sku", 100);
            if (sku == null) {
                remarks.add("a line has no SKU, so the catalogue cannot say more about it");
            }
            lines.add(new OrderLine(
                    line.text("id", 100),
                    sku,
                    Objects.requireNonNullElse(Texts.first(line.text("name", 500), sku), "Item"),
                    null,
                    line.number("quantity"),
                    unitPrice(line),
                    0));
        }
        return lines;
    }

    private static BigDecimal unitPrice(Payload line) {
        var total = line.amount("total");
        return Optional.ofNullable(line.amount("price"))
                .or(() -> Optional.ofNullable(total)
                        .map(sum -> sum.divide(BigDecimal.valueOf(line.number("quantity")), 4, RoundingMode.HALF_UP)))
                .orElse(BigDecimal.ZERO);
    }

    /** WooCommerce tells refunds inside the order, as negative totals. */
    private List<ReportedRefund> refunds() {
        return order.list("refunds").stream()
                .filter(refund -> refund.text("id") != null)
                .map(refund -> new ReportedRefund(
                        refund.required("id"),
                        Optional.ofNullable(refund.amount("total"))
                                .orElse(BigDecimal.ZERO)
                                .abs(),
                        Map.of(),
                        changedAt))
                .toList();
    }

    private static Address address(Payload address) {
        var name = String.join(
                " ",
                Objects.requireNonNullElse(address.text("first_name"), ""),
                Objects.requireNonNullElse(address.text("last_name"), ""));
        var street = String.join(
                " ",
                Objects.requireNonNullElse(address.text("address_1"), ""),
                Objects.requireNonNullElse(address.text("address_2"), ""));
        return new Address(
                Texts.fit(name, 200),
                Texts.fit(street, 300),
                address.text("postcode", 30),
                address.text("city", 100),
                address.text("state", 100),
                address.text("country", 2));
    }
}

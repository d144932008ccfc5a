package dev.afterglow.intake.shopify;

import dev.afterglow.customer.MarketingConsent;
import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.News;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Places;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.Address;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a Shopify order, which always comes whole. */
final class ShopifyOrder {

    private final Payload order;
    private final Instant now;
    private final List<String> remarks = new ArrayList<>();

    private ShopifyOrder(Payload order, Instant now) {
        this.order = order;
        this.now = now;
    }

    static News read(Payload order, Instant now) {
        return new ShopifyOrder(order, now).news();
    }

    private News news() {
        var shipments = order.list("fulfillments").stream()
                .flatMap(fulfillment -> ShopifyParcel.ofFulfillment(fulfillment, now).stream())
                .toList();
        // What each refund took off the lines is in the lines already: here only the money counts.
        var refunds = order.list("refunds").stream()
                .filter(refund -> refund.text("id") != null)
                .map(refund -> ShopifyRefund.read(refund, now).withoutQuantities())
                .toList();
        return News.of(order(), shipments, refunds, remarks);
    }

    private ReportedOrder order() {
        var placedAt = firstInstant("processed_at", "created_at").orElse(now);
        var address = order.at("shipping_address");
        var home = address.isTold() ? address : order.at("billing_address");
        var country = home.text("country_code", 2);
        var zone = Places.zone(country, home.text("province_code"));
        if (!address.isTold()) {
            remarks.add("no shipping address");
        }
        var isTest = order.flag("test");
        if (isTest) {
            remarks.add("a test order: recorded, nobody is mailed");
        }
        var cancelledAt = cancelledAt();
        if (cancelledAt != null) {
            remarks.add("already cancelled or refunded in full");
        }
        var customer = order.at("customer");
        if (!customer.isTold()) {
            remarks.add("no customer");
        }
        return new ReportedOrder(
                OrderSource.SHOPIFY,
                order.required("id"),
                number(),
                Buyer.contact(
                        Texts.first(order.text("email"), order.text("contact_email"), customer.text("email")),
                        Texts.first(customer.text("first_name"), home.text("first_name")),
                        Texts.first(customer.text("last_name"), home.text("last_name")),
                        Places.locale(order.text("customer_locale"), country),
                        zone,
                        consent(customer, placedAt),
                        remarks),
                placedAt,
                firstInstant("updated_at", "created_at").orElse(placedAt),
                Buyer.currency(order.text("currency"), remarks),
                total(),
                order.at("total_shipping_price_set").at("shop_money").amount("amount"),
                lines(),
                address.isTold() ? address(address) : Address.NONE,
                zone,
                Buyer.link(order.text("order_status_url")),
                isTest,
                cancelledAt,
                cancelReason());
    }

    private String number() {
        return Optional.ofNullable(Texts.first(order.text("name", 100), order.text("order_number", 100)))
                .orElseGet(() -> order.required("id"));
    }

    private BigDecimal total() {
        var total = order.amount("total_price");
        if (total == null) {
            remarks.add("no total");
            return BigDecimal.ZERO;
        }
        return total;
    }

    private List<OrderLine> lines() {
        var refunded = ShopifyRefund.quantities(order.list("refunds"));
        var lines = new ArrayList<OrderLine>();
        for (var line : order.list("line_items")) {
            if (line.number("quantity") <= 0) {
                remarks.add("a line without a quantity was left out");
                continue;
            }
            lines.add(line(line, refunded));
        }
        if (lines.stream().anyMatch(line -> line.sku() == null)) {
            remarks.add("a line has no SKU, so the catalogue cannot say more about it");
        }
        return lines;
    }

    private static OrderLine line(Payload line, Map<String, Integer> refunded) {
        var id = line.text("id", 100);
        return new OrderLine(
                id,
                line.text("sku", 100),
                Objects.requireNonNullElse(
                        Texts.first(line.text("title", 500), line.text("name", 500), line.text("sku", 100)), "Item"),
                line.text("variant_title", 300),
                line.number("quantity"),
                Optional.ofNullable(line.amount("price")).orElse(BigDecimal.ZERO),
                id == null ? 0 : refunded.getOrDefault(id, 0));
    }

    private static Address address(Payload address) {
        var street = Texts.first(joined(address.text("address1"), address.text("address2")), address.text("address1"));
        return new Address(
                Texts.fit(
                        Texts.first(
                                address.text("name"), joined(address.text("first_name"), address.text("last_name"))),
                        200),
                Texts.fit(street, 300),
                address.text("zip", 30),
                address.text("city", 100),
                Texts.first(address.text("province_code", 100), address.text("province", 100)),
                address.text("country_code", 2));
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        return second == null ? first : first == null ? second : first + " " + second;
    }

    /** Only "subscribed" is a yes; an unticked box or an unconfirmed subscription is none. */
    private @Nullable MarketingConsent consent(Payload customer, Instant placedAt) {
        var consent = customer.at("email_marketing_consent");
        var state = consent.text("state");
        if (state != null) {
            var at = Optional.ofNullable(consent.instant("consent_updated_at")).orElse(placedAt);
            return new MarketingConsent("subscribed".equals(state), "shopify:email_marketing_consent", at);
        }
        return order.has("buyer_accepts_marketing")
                ? new MarketingConsent(
                        order.flag("buyer_accepts_marketing"), "shopify:buyer_accepts_marketing", placedAt)
                : null;
    }

    private @Nullable Instant cancelledAt() {
        var cancelledAt = order.instant("cancelled_at");
        if (cancelledAt != null) {
            return cancelledAt;
        }
        return isTakenBack() ? firstInstant("updated_at", "created_at").orElse(now) : null;
    }

    private boolean isTakenBack() {
        var status = order.text("financial_status");
        return "refunded".equals(status) || "voided".equals(status);
    }

    private @Nullable String cancelReason() {
        return Texts.first(
                order.text("cancel_reason", 100), isTakenBack() ? order.text("financial_status", 100) : null);
    }

    private Optional<Instant> firstInstant(String... fields) {
        for (var field : fields) {
            var instant = order.instant(field);
            if (instant != null) {
                return Optional.of(instant);
            }
        }
        return Optional.empty();
    }
}

package dev.afterglow.intake.files;

import dev.afterglow.customer.MarketingConsent;
import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.Moments;
import dev.afterglow.intake.News;
import dev.afterglow.intake.Places;
import dev.afterglow.intake.Texts;
import dev.afterglow.intake.Unreadable;
import dev.afterglow.order.Address;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one order in Shopify's export: the first tells the order, each tells one line. Refunds are left out: the
 * export does not say which they are, and the webhooks' own would then count twice.
 */
final class OrderRows {

    static final List<String> REQUIRED = List.of("Name", "Created at", "Lineitem name", "Lineitem quantity");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx");

    private final List<Table.Row> rows;
    private final Table.Row first;
    private final List<String> remarks = new ArrayList<>();

    OrderRows(List<Table.Row> rows) {
        this.rows = rows;
        this.first = rows.get(0);
    }

    /** @throws Unreadable when the order cannot be recorded as it stands */
    News news() {
        var placedAt = time("Created at")
                .orElseThrow(() -> new Unreadable("\"Created at\" is empty: when was the order placed?"));
        var reportedAt = Stream.of("Created at", "Paid at", "Fulfilled at", "Cancelled at")
                .flatMap(column -> time(column).stream())
                .max(Instant::compareTo)
                .orElse(placedAt);
        var total = amount(first, "Total").orElseThrow(() -> new Unreadable("\"Total\" is empty"));
        return News.of(order(placedAt, reportedAt, total), List.of(), List.of(), remarks);
    }

    private ReportedOrder order(Instant placedAt, Instant reportedAt, BigDecimal total) {
        var number = plain(Objects.requireNonNull(first.text("Name")))
                .orElseThrow(() -> new Unreadable("\"Name\" is no order number such as #1001"));
        var hasShipping = first.text("Shipping Country") != null || first.text("Shipping City") != null;
        var place = hasShipping ? "Shipping " : "Billing ";
        var country = Texts.fit(first.text(place + "Country"), 2);
        var zone = Places.zone(country, first.text(place + "Province"));
        var names = Objects.requireNonNullElse(Texts.first(first.text(place + "Name"), first.text("Billing Name")), "")
                .split("\\s+", 2);
        var cancelledAt = time("Cancelled at").orElse(isTakenBack() ? reportedAt : null);
        return new ReportedOrder(
                OrderSource.SHOPIFY,
                Optional.ofNullable(Texts.fit(unquoted(first.text("Id")), 100)).orElse(number),
                number,
                Buyer.contact(
                        first.text("Email"),
                        names[0],
                        names.length > 1 ? names[1] : null,
                        Places.locale(null, country),
                        zone,
                        consent(placedAt),
                        remarks),
                placedAt,
                reportedAt,
                Buyer.currency(first.text("Currency"), remarks),
                total,
                amount(first, "Shipping").orElse(null),
                lines(),
                hasShipping ? address() : Address.NONE,
                zone,
                null,
                false,
                cancelledAt,
                cancelledAt == null ? null : isTakenBack() ? first.text("Financial Status") : "cancelled");
    }

    private List<OrderLine> lines() {
        var seen = new HashSet<List<String>>();
        var lines = new ArrayList<OrderLine>();
        for (var row : rows) {
            if (!seen.add(row.fields())) {
                remarks.add("line " + row.line() + " repeats an earlier one and counts once");
                continue;
            }
            var quantity = quantity(row);
            if (quantity <= 0) {
                remarks.add("line " + row.line() + " has no quantity and was left out");
                continue;
            }
            lines.add(new OrderLine(
                    null,
                    Texts.fit(unquoted(row.text("Lineitem sku")), 100),
                    Objects.requireNonNullElse(
                            Texts.fit(Texts.first(row.text("Lineitem name"), row.text("Lineitem sku")), 500), "Item"),
                    null,
                    quantity,
                    amount(row, "Lineitem price").orElse(BigDecimal.ZERO),
                    0));
        }
        return lines;
    }

    private Address address() {
        return new Address(
                Texts.fit(first.text("Shipping Name"), 200),
                Texts.fit(Texts.first(first.text("Shipping Street"), first.text("Shipping Address1")), 300),
                Texts.fit(unquoted(first.text("Shipping Zip")), 30),
                Texts.fit(first.text("Shipping City"), 100),
                Texts.fit(first.text("Shipping Province"), 100),
                Texts.fit(first.text("Shipping Country"), 2));
    }

    private @Nullable MarketingConsent consent(Instant placedAt) {
        var accepts = first.text("Accepts Marketing");
        return accepts == null
                ? null
                : new MarketingConsent("yes".equalsIgnoreCase(accepts), "shopify-export:Accepts Marketing", placedAt);
    }

    private boolean isTakenBack() {
        var status = first.text("Financial Status");
        return "refunded".equalsIgnoreCase(status) || "voided".equalsIgnoreCase(status);
    }

    private static int quantity(Table.Row row) {
        var text = row.text("Lineitem quantity");
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Unreadable(
                    "line " + row.line() + ": \"Lineitem quantity\" is no whole number: " + Texts.fit(text, 40));
        }
    }

    private static Optional<BigDecimal> amount(Table.Row row, String column) {
        var text = row.text(column);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Texts.amount(text)
                .orElseThrow(() -> new Unreadable(
                        "line " + row.line() + ": \"" + column + "\" is no amount: " + Texts.fit(text, 40))));
    }

    private Optional<Instant> time(String column) {
        var text = first.text(column);
        if (text == null) {
            return Optional.empty();
        }
        try {
            var time = text.contains("T") ? OffsetDateTime.parse(text) : OffsetDateTime.parse(text, TIME);
            return Optional.of(Moments.believable(time.toInstant()));
        } catch (DateTimeException e) {
            throw new Unreadable(
                    "\"" + column + "\" is no time such as 2026-05-14 11:23:45 +0100: " + Texts.fit(text, 40));
        }
    }

    /** Spreadsheets put an apostrophe before digits that are no number. */
    private static @Nullable String unquoted(@Nullable String text) {
        return text == null ? null : text.replaceFirst("^'", "");
    }

    static Optional<String> plain(String name) {
        return Optional.ofNullable(Texts.fit(name.replaceFirst("^'?#?", ""), 100));
    }
}

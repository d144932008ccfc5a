package dev.afterglow.journey.tasks;

import static java.util.stream.Collectors.joining;

import dev.afterglow.customer.Formats;
import dev.afterglow.customer.Shop;
import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Purchases;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every task shows of an order: who bought what and when, and what she was told so far. */
@Component
class OrderFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final DecisionTable segments = DecisionTable.of("customerSegment");
    private final TouchpointRecords records;
    private final Purchases purchases;
    private final Shop shop;

    OrderFacts(TouchpointRecords records, Purchases purchases, Shop shop) {
        this.records = records;
        this.purchases = purchases;
        this.shop = shop;
    }

    Map<String, @Nullable Object> of(Dossier dossier) {
        var order = dossier.order();
        var customer = dossier.customer();
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("orderNumber", order.number());
        facts.put("customerName", fullName(dossier));
        facts.put(
                "customerEmail",
                customer.email() == null
                        ? "No e-mail address"
                        : customer.email().value());
        facts.put("customerLanguage", dossier.locale().getDisplayLanguage(Locale.ENGLISH));
        facts.put("orderedOn", DAY.format(dossier.placedOn()));
        facts.put("orderTotal", new Formats(Locale.ENGLISH).money(order.total(), order.currency()));
        facts.put("items", order.lines().stream().map(OrderFacts::item).collect(joining("\n")));
        facts.put("story", story(dossier));
        facts.put("vip", isVip(dossier));
        return facts;
    }

    /** By what she bought alone: who gives something back stays one of our best customers. */
    private boolean isVip(Dossier dossier) {
        var orders = purchases.of(dossier.order().id()).ordersSoFar();
        return segments.firstHit(Map.of("returned", false, "ordersSoFar", orders))
                .word("segment")
                .equals("VIP");
    }

    /** Enough to know her by in a list that others see over one's shoulder. */
    String shortName(Dossier dossier) {
        var first = dossier.customer().firstName();
        var last = dossier.customer().lastName();
        var name = Stream.of(first, last == null || last.isBlank() ? null : initial(last) + ".")
                .filter(Objects::nonNull)
                .collect(joining(" "))
                .strip();
        return name.isEmpty() ? "Guest" : name;
    }

    private static String initial(String name) {
        return Character.toString(name.strip().codePointAt(0));
    }

    private static String fullName(Dossier dossier) {
        var name = Stream.of(dossier.customer().firstName(), dossier.customer().lastName())
                .filter(Objects::nonNull)
                .collect(joining(" "))
                .strip();
        return name.isEmpty() ? "Guest" : name;
    }

    private static String item(OrderLine line) {
        var variant = line.variant() == null ? "" : " (" + line.variant() + ")";
        return line.quantity() + " × " + line.title() + variant;
    }

    private String story(Dossier dossier) {
        var told = records.of(dossier.order().id().value());
        return told.isEmpty()
                ? "Nothing was sent yet."
                : told.stream().map(this::line).collect(joining("\n"));
    }

    private String line(TouchpointRecord record) {
        return moment(record.at()) + " · " + record.touchpoint().replace('-', ' ') + " · " + became(record);
    }

    private String became(TouchpointRecord record) {
        var outcome = record.outcome();
        var why = outcome.reason() == null
                ? ""
                : " (" + outcome.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        return switch (outcome.status()) {
            case ACCEPTED -> "sent";
            case HELD -> "held back" + why;
            default -> outcome.status().name().toLowerCase(Locale.ROOT) + why;
        };
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(shop.zone()));
    }
}

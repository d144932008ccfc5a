package dev.afterglow.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts as they may be printed: blank is absent, an address is a web address, and a name is a name. */
class PrintableFacts {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");
    /** Forms are abused to send advertisements "from" a shop: what looks like one is not a first name. */
    private static final Pattern NO_NAME = Pattern.compile("[/:@<>{}\\[\\]|$€£#!\\d]|www\\.|.{41,}");

    private static final int MOST_SUGGESTIONS = 3;

    private PrintableFacts() {}

    static MessageFacts of(MessageFacts facts) {
        return new MessageFacts(
                name(facts.firstName()),
                purchase(facts.order()),
                facts.product() == null ? null : item(facts.product()),
                facts.suggestions().stream()
                        .limit(MOST_SUGGESTIONS)
                        .map(PrintableFacts::item)
                        .toList(),
                facts.shipment() == null ? null : parcel(facts.shipment()),
                facts.matter() == null ? null : matter(facts.matter()),
                links(facts),
                facts.variant(),
                facts.testimonial() == null ? null : testimonial(facts.testimonial()));
    }

    private static MessageFacts.Testimonial testimonial(MessageFacts.Testimonial quoted) {
        return new MessageFacts.Testimonial(
                words(quoted.product()), words(quoted.text()), name(quoted.author()), address(quoted.pictureUrl()));
    }

    private static @Nullable String name(@Nullable String firstName) {
        var name = text(firstName);
        return name == null || NO_NAME.matcher(name).find() ? null : name;
    }

    private static MessageFacts.Purchase purchase(MessageFacts.Purchase order) {
        return new MessageFacts.Purchase(
                words(order.number()),
                order.placedOn(),
                words(order.currency()),
                order.total(),
                order.shipping(),
                order.lines().stream().map(PrintableFacts::line).toList(),
                address(order.statusUrl()));
    }

    private static MessageFacts.Line line(MessageFacts.Line line) {
        return new MessageFacts.Line(
                words(line.title()),
                text(line.variant()),
                text(line.sku()),
                address(line.imageUrl()),
                line.quantity(),
                line.total());
    }

    private static MessageFacts.Item item(MessageFacts.Item item) {
        return new MessageFacts.Item(
                item.sku(),
                words(item.title()),
                item.category(),
                address(item.url()),
                address(item.imageUrl()),
                address(item.guideUrl()),
                text(item.care()),
                item.warrantyMonths() == null || item.warrantyMonths() <= 0 ? null : item.warrantyMonths());
    }

    private static MessageFacts.Parcel parcel(MessageFacts.Parcel parcel) {
        return new MessageFacts.Parcel(
                text(parcel.carrier()),
                text(parcel.trackingNumber()),
                address(parcel.trackingUrl()),
                parcel.expectedOn(),
                parcel.address());
    }

    /** An agent's words keep their paragraphs. */
    private static MessageFacts.Matter matter(MessageFacts.Matter matter) {
        return new MessageFacts.Matter(
                words(matter.number()),
                matter.text() == null || matter.text().isBlank()
                        ? null
                        : matter.text().strip(),
                matter.amount(),
                matter.until(),
                text(matter.code()),
                text(matter.choice()),
                matter.lines().stream().map(PrintableFacts::line).toList());
    }

    /** Where we have no page of our own for the order, the shop's own serves; the same for the guide. */
    private static Map<String, URI> links(MessageFacts facts) {
        var links = new LinkedHashMap<String, URI>();
        facts.links().forEach((name, link) -> putIfWebAddress(links, name, link.toString()));
        putIfWebAddress(links, "order", facts.order().statusUrl());
        if (facts.product() != null) {
            putIfWebAddress(links, "guide", facts.product().guideUrl());
        }
        if (facts.shipment() != null) {
            putIfWebAddress(links, "tracking", facts.shipment().trackingUrl());
        }
        return links;
    }

    private static void putIfWebAddress(Map<String, URI> links, String name, @Nullable String link) {
        var address = address(link);
        if (address != null) {
            links.putIfAbsent(name, URI.create(address));
        }
    }

    private static @Nullable String address(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = new URI(address.strip());
            return uri.getHost() != null && isWeb(uri) ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isWeb(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static @Nullable String text(@Nullable String text) {
        var words = text == null ? "" : words(text);
        return words.isEmpty() ? null : words;
    }

    private static String words(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}

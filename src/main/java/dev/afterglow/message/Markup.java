package dev.afterglow.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.customer.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What mail programs read instead of the words: schema.org Order and ParcelDelivery as JSON-LD, as Gmail requires them
 * (developers.google.com/workspace/gmail/markup/reference). Safe to stand in a script element, whatever the texts say.
 */
record Markup(Shop shop, MessageFacts facts) {

    /** Mail programs show a handful of items; two hundred would only make the mail too long to be shown whole. */
    private static final int MOST_ITEMS = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory().setCharacterEscapes(new ScriptSafe());
    }

    /** The receipt. */
    public String order() {
        var purchase = facts.order();
        var order = thing("Order");
        order.set("merchant", organization(shop.name()));
        order.put("orderNumber", purchase.number())
                .put("orderDate", purchase.placedOn().toString())
                .put("orderStatus", "http://schema.org/OrderProcessing")
                .put("price", purchase.total().toPlainString())
                .put("priceCurrency", purchase.currency());
        var offers = order.putArray("acceptedOffer");
        purchase.lines().stream().limit(MOST_ITEMS).map(this::offer).forEach(offers::add);
        addPage(order);
        return written(order);
    }

    /** The parcel; nothing when a fact that mail programs insist on is unknown. */
    public @Nullable String parcel() {
        var shipment = facts.shipment();
        if (shipment == null
                || shipment.carrier() == null
                || shipment.expectedOn() == null
                || shipment.address() == null) {
            return null;
        }
        var parcel = thing("ParcelDelivery");
        parcel.set("deliveryAddress", address(shipment.address()));
        parcel.set("carrier", organization(shipment.carrier()));
        parcel.set("provider", organization(shipment.carrier()));
        parcel.put("expectedArrivalUntil", shipment.expectedOn().toString());
        putIfKnown(parcel, "trackingNumber", shipment.trackingNumber());
        putIfKnown(parcel, "trackingUrl", shipment.trackingUrl());
        var items = parcel.putArray("itemShipped");
        facts.order().lines().stream().limit(MOST_ITEMS).map(Markup::product).forEach(items::add);
        var order = node("Order").put("orderNumber", facts.order().number());
        order.set("merchant", organization(shop.name()));
        parcel.set("partOfOrder", order);
        return written(parcel);
    }

    private ObjectNode offer(MessageFacts.Line line) {
        var quantity = Math.max(1, line.quantity());
        var offer = node("Offer")
                .put("price", unitPrice(line.total(), quantity).toPlainString())
                .put("priceCurrency", facts.order().currency());
        offer.set("itemOffered", product(line));
        offer.set("eligibleQuantity", node("QuantitativeValue").put("value", quantity));
        return offer;
    }

    private static BigDecimal unitPrice(BigDecimal total, int quantity) {
        return total.divide(BigDecimal.valueOf(quantity), Math.max(0, total.scale()), RoundingMode.HALF_UP);
    }

    private static ObjectNode product(MessageFacts.Line line) {
        var product = node("Product").put("name", line.title());
        putIfKnown(product, "sku", line.sku());
        putIfKnown(product, "image", line.imageUrl());
        return product;
    }

    private void addPage(ObjectNode order) {
        @Nullable URI page = facts.links().get("order");
        if (page != null) {
            order.put("url", page.toString());
            order.set("potentialAction", node("ViewAction").put("url", page.toString()));
        }
    }

    private static ObjectNode address(MessageFacts.Address address) {
        var postal = node("PostalAddress");
        putIfKnown(postal, "name", address.recipient());
        putIfKnown(postal, "streetAddress", address.street());
        putIfKnown(postal, "postalCode", address.postalCode());
        putIfKnown(postal, "addressLocality", address.city());
        putIfKnown(postal, "addressRegion", address.region());
        putIfKnown(postal, "addressCountry", address.country());
        return postal;
    }

    private static ObjectNode organization(String name) {
        return node("Organization").put("name", name);
    }

    private static ObjectNode thing(String type) {
        var thing = JsonNodeFactory.instance.objectNode().put("@context", "http://schema.org");
        return thing.put("@type", type);
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }

    private static void putIfKnown(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(name, value);
        }
    }

    private static String written(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UnfinishedMessage("The schema.org markup cannot be written.", e);
        }
    }

    /** No text can end the script element, open a comment in it or break a line. */
    private static class ScriptSafe extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final Map<Integer, SerializableString> ESCAPES = Map.of(
                (int) '<',
                new SerializedString("\\u003c"),
                (int) '>',
                new SerializedString("\\u003e"),
                (int) '&',
                new SerializedString("\\u0026"),
                0x2028,
                new SerializedString("\\u2028"),
                0x2029,
                new SerializedString("\\u2029"));

        @Override
        public int[] getEscapeCodesForAscii() {
            var codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_CUSTOM;
            codes['>'] = ESCAPE_CUSTOM;
            codes['&'] = ESCAPE_CUSTOM;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return ESCAPES.get(character);
        }
    }
}

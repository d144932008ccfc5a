package dev.afterglow.lives;

import dev.afterglow.lives.Life.Purchase;
import dev.afterglow.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What truly happened in a world, kept beside what the application says. */
class History {

    /** Something that was committed at this moment. */
    record Event(Instant at, Deed deed, OrderId order) {}

    private final Map<OrderId, Integer> owners = new LinkedHashMap<>();
    private final Map<OrderId, Purchase> purchases = new HashMap<>();
    private final Map<OrderId, Instant> placed = new HashMap<>();
    private final Map<OrderId, Instant> delivered = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    void bought(OrderId order, int life, Purchase purchase, Instant at) {
        owners.put(order, life);
        purchases.put(order, purchase);
        placed.put(order, at);
    }

    void delivered(OrderId order, Instant at) {
        delivered.put(order, at);
    }

    void happened(Event event) {
        events.add(event);
    }

    /** In the sequence in which they were placed. */
    List<OrderId> orders() {
        return List.copyOf(owners.keySet());
    }

    List<OrderId> ordersOf(int life) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue() == life)
                .map(Map.Entry::getKey)
                .toList();
    }

    int ownerOf(OrderId order) {
        return owners.get(order);
    }

    Purchase purchase(OrderId order) {
        return purchases.get(order);
    }

    Instant placedAt(OrderId order) {
        return placed.get(order);
    }

    /** When her parcel arrived, or nothing. */
    Instant deliveredAt(OrderId order) {
        return delivered.get(order);
    }

    /** What the customer did about any of her orders, in sequence. */
    List<Event> eventsOf(int life) {
        return events.stream().filter(event -> ownerOf(event.order()) == life).toList();
    }
}

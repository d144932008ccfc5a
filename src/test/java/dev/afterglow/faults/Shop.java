package dev.afterglow.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A shop that tells of an order until it is answered with 2xx, as all of them do. */
class Shop {

    /** What an order of three days ago is due. */
    static final Set<String> DUE = Set.of("order-confirmation", "welcome");

    private static final long PAUSE_MILLIS = 100;

    private final List<Node> nodes;
    private final Instant threeDaysAgo = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Shop(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** The orders that were answered with 2xx. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Tells of orders in the background, one after the other, to whichever node answers. */
    Thread tellsOf(String prefix, int orders) {
        var telling = new Thread(
                () -> {
                    for (var number = 0; number < orders && !closed; number++) {
                        tell(prefix + number);
                    }
                },
                "shop");
        telling.start();
        return telling;
    }

    void tell(String name) {
        var order = order(name, threeDaysAgo);
        while (!closed && !offer(order, name, Node.PATIENCE)) {
            pause();
        }
    }

    /** Tells of an order once, while nobody can take it; answers whether somebody said so all the same. */
    boolean offerInVain(String name) {
        return offer(order(name, threeDaysAgo), name, Duration.ofSeconds(3));
    }

    void close() {
        closed = true;
    }

    static String order(String name, Instant placed) {
        return """
                {"orderNumber": "%s", "placedAt": "%s", "currency": "EUR", "total": 10.00,
                 "customer": {"email": "anna-%s@example.org", "firstName": "Anna", "locale": "en", "timeZone": "UTC"},
                 "items": [{"sku": "LAMP", "title": "Lamp", "qty": 1, "unitPrice": 10.00}]}
                """.formatted(name, placed, name.toLowerCase());
    }

    private boolean offer(String order, String name, Duration patience) {
        var node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
        var taken = node.post("", order, patience) / 100 == 2;
        if (taken) {
            acknowledged.add(name);
        }
        return taken;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

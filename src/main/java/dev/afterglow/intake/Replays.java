package dev.afterglow.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets stored deliveries count again, for instance after a mapping was mended. Doing it twice does nothing twice: the
 * order register knows what it was told. Each replay is kept with the name of whoever asked for it.
 */
@Component
public class Replays {

    /** More than these are replayed in several goes, each with an answer of its own. */
    public static final int MOST = 500;

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    /** What one delivery came to. */
    public record Replayed(long id, DeliveryState state, String detail) {}

    private final StoredDeliveries stored;
    private final Reception reception;

    Replays(StoredDeliveries stored, Reception reception) {
        this.stored = stored;
        this.reception = reception;
    }

    /**
     * Replays one delivery.
     *
     * @param by who asked for it
     * @throws NoSuchElementException when it is not in the inbox
     */
    public Replayed one(long id, String by) {
        var delivery = stored.byId(id).orElseThrow();
        if (delivery.isEmptied()) {
            return new Replayed(
                    id,
                    delivery.state(),
                    "Nothing is left of its body: it was emptied by age or at a customer's request");
        }
        var receipt = reception.replay(id, delivery.call());
        stored.note(id, by, receipt.state());
        log.info("Delivery {} was replayed by {}: {}", id, by, receipt.state());
        return new Replayed(id, receipt.state(), receipt.detail());
    }

    /** Replays those chosen, oldest first, each in a transaction of its own. */
    public List<Replayed> all(StoredDeliveries.Choice choice, String by) {
        var replayed = new ArrayList<Replayed>();
        for (var id : stored.numbers(choice, MOST)) {
            replayed.add(one(id, by));
        }
        return replayed;
    }
}

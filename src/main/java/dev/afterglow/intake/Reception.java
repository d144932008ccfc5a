package dev.afterglow.intake;

import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.RecordedOrder;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Takes deliveries in: the inbox row, the order and whatever the order starts are one transaction, and the answer
 * follows its commit.
 */
@Service
public class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    /** What one attempt came to, with the order to look after once it is committed. */
    private record Taken(
            Receipt receipt,
            @Nullable OrderId order,
            @Nullable OrderKey missing) {}

    private final Deliveries deliveries;
    private final Telling telling;
    private final Parking parking;
    private final Attempts attempts;
    private final Heartbeats heartbeats;

    Reception(Deliveries deliveries, Telling telling, Parking parking, Attempts attempts, Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
        this.deliveries = deliveries;
        this.telling = telling;
        this.parking = parking;
        this.attempts = attempts;
    }

    /**
     * Takes one delivery; a repeated one does nothing.
     *
     * @throws RuntimeException when it could not be recorded for a reason of ours: the sender should try again
     */
    public Receipt receive(Delivery delivery) {
        heartbeats.heard(delivery.sender().name());
        return settled(delivery, () -> take(delivery));
    }

    /**
     * Lets a stored delivery count again, as if it came now; what was recorded of it already stays as it is.
     *
     * @throws java.util.NoSuchElementException when it is not in the inbox
     */
    Receipt replay(long id, Delivery delivery) {
        return settled(delivery, () -> {
            deliveries.locked(id).orElseThrow();
            return apply(id, delivery);
        });
    }

    private Receipt settled(Delivery delivery, Supplier<Taken> work) {
        try (var ignored = MDC.putCloseable("delivery", delivery.id())) {
            var taken = attempts.inTransaction(work);
            reunite(taken.order(), taken.missing());
            log.info(
                    "{} {} {}: {}",
                    delivery.sender().title(),
                    delivery.topic(),
                    delivery.id(),
                    taken.receipt().state());
            return taken.receipt();
        } catch (Unreadable e) {
            return keep(delivery, "Cannot be read: " + e.getMessage());
        } catch (DuplicateKeyException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            log.warn("{} {} does not fit our tables", delivery.sender().title(), delivery.id(), e);
            return keep(delivery, "Cannot be recorded: a value does not fit its place");
        } finally {
            MDC.remove(Telling.ORDER);
        }
    }

    /**
     * Lets what came at the same instant as its order rejoin it; to be called after the order is committed.
     *
     * @param order an order that was recorded just now
     */
    public void lookAgain(OrderId order) {
        reunite(order, null);
    }

    private Taken take(Delivery delivery) {
        var known = deliveries.known(delivery);
        if (known.isPresent() && known.get().state() != DeliveryState.FAILED) {
            return new Taken(new Receipt(known.get().state(), true, "Known already; nothing was done"), null, null);
        }
        return apply(known.map(Deliveries.Known::id).orElseGet(() -> deliveries.insert(delivery)), delivery);
    }

    private Taken apply(long id, Delivery delivery) {
        var news = parking.translate(delivery);
        var recorded = telling.tell(news);
        recorded.map(RecordedOrder::id).ifPresent(parking::release);
        var receipt = receipt(news, recorded);
        deliveries.settle(id, receipt.state(), receipt.detail(), news.key());
        var missing = receipt.state() == DeliveryState.PARKED ? news.key() : null;
        return new Taken(receipt, recorded.map(RecordedOrder::id).orElse(null), missing);
    }

    private static Receipt receipt(News news, Optional<RecordedOrder> recorded) {
        if (recorded.isPresent()) {
            return new Receipt(DeliveryState.APPLIED, false, words("Applied", news));
        }
        if (news.key() == null || news.order() != null) {
            return new Receipt(DeliveryState.IGNORED, false, words("Ignored", news));
        }
        return new Receipt(DeliveryState.PARKED, false, words("Waits for " + news.key(), news));
    }

    private static String words(String verdict, News news) {
        return news.remarks().isEmpty() ? verdict : verdict + ": " + String.join("; ", news.remarks());
    }

    /**
     * A part and its order that are taken at the same instant do not see each other. Both look again after their
     * commit, and whichever is last finds the other.
     */
    private void reunite(@Nullable OrderId known, @Nullable OrderKey missing) {
        if (known == null && missing == null) {
            return;
        }
        attempts.inTransaction(() -> {
            var order = Optional.ofNullable(known).or(() -> telling.find(missing));
            order.ifPresent(parking::release);
            return order.isPresent();
        });
    }

    /** What cannot be read stays in the inbox: nothing is lost, and the sender does not switch its webhook off. */
    private Receipt keep(Delivery delivery, String why) {
        log.warn("{} {} {} is kept as failed: {}", delivery.sender().title(), delivery.topic(), delivery.id(), why);
        return attempts.inTransaction(() -> {
            var id = deliveries.known(delivery).map(Deliveries.Known::id).orElseGet(() -> deliveries.insert(delivery));
            deliveries.settle(id, DeliveryState.FAILED, why, null);
            return new Receipt(DeliveryState.FAILED, false, why);
        });
    }
}

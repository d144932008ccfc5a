package dev.afterglow.support;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where customers find help. Whoever calls on behalf of the web does so through
 * {@link dev.afterglow.order.Attempts#inTransaction}: requests that collide are tried again as a whole.
 */
@Component
@Transactional
public class SupportDesk {

    private final Cases cases;
    private final CaseRecords records;
    private final Orders orders;
    private final ApplicationEventPublisher events;

    SupportDesk(Cases cases, CaseRecords records, Orders orders, ApplicationEventPublisher events) {
        this.cases = cases;
        this.records = records;
        this.orders = orders;
        this.events = events;
    }

    /**
     * Opens a case; the same words again, while it is open, are the same case.
     *
     * @param sku what it is about, absent when about the whole order
     * @throws IllegalArgumentException saying what to do, when the order does not exist or nothing was written
     */
    public CaseId open(OrderId order, Topic topic, String words, @Nullable String sku) {
        var about = about(order, sku);
        var text = Sentences.of(words, "Please tell us in a sentence or two what we can do for you.");
        var key = key(order, topic, about, text);
        return cases.byOpenKey(key).orElseGet(() -> {
            var id = cases.insert(order, topic, about, key);
            records.say(id, null, text);
            records.note(id, "OPENED", null, topic.name());
            events.publishEvent(new CaseOpened(order, id));
            return id;
        });
    }

    /**
     * Opens a case that nobody asked for yet; whoever calls begins the work on it.
     *
     * @return nothing when there is such a case already
     */
    public Optional<CaseId> openForJourney(OrderId order, Topic topic) {
        if (cases.of(order).stream().anyMatch(open -> open.topic() == topic && open.state() != CaseState.CLOSED)) {
            return Optional.empty();
        }
        var id = cases.insert(order, topic, about(order, null), key(order, topic, null, ""));
        records.note(id, "OPENED", null, "The journey noticed it before the customer had to ask");
        return Optional.of(id);
    }

    /**
     * Keeps what the customer answered, and sees to it that somebody reads it; a closed case opens again. The same words
     * twice are one answer.
     *
     * @throws IllegalArgumentException saying what to do, when the case does not exist or nothing was written
     */
    public void customerAnswered(CaseId id, String words) {
        var found = cases.lock(id);
        var text = Sentences.of(words, "Please write your answer before you send it.");
        if (isRepeated(id, text)) {
            return;
        }
        records.say(id, null, text);
        cases.reopen(id);
        if (found.state() == CaseState.CLOSED) {
            records.note(id, "REOPENED", null, null);
            events.publishEvent(new CaseOpened(found.order(), id));
        } else {
            records.note(id, "CUSTOMER_ANSWERED", null, null);
            events.publishEvent(new CustomerAnswered(found.order(), id));
        }
    }

    /**
     * Keeps how satisfied she was; a later word replaces an earlier one.
     *
     * @param stars 1 to 5
     * @param words why, absent when she gave no reason
     */
    public void rate(CaseId id, int stars, @Nullable String words) {
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("Please choose a number from 1 to 5.");
        }
        cases.lock(id);
        cases.rate(id, stars, Sentences.maybe(words));
        records.note(id, "RATED", null, Integer.toString(stars));
    }

    /** Whether anything of this order is being looked after. */
    @Transactional(readOnly = true)
    public boolean isOpen(OrderId order) {
        return cases.of(order).stream().anyMatch(found -> found.state() != CaseState.CLOSED);
    }

    /** The case, or nothing. */
    @Transactional(readOnly = true)
    public Optional<SupportCase> byId(CaseId id) {
        return cases.byId(id);
    }

    /** The order's cases, newest first. */
    @Transactional(readOnly = true)
    public List<SupportCase> of(OrderId order) {
        return cases.of(order);
    }

    /** What was said, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseMessage> conversation(CaseId id) {
        return records.messages(id);
    }

    /** What was done, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEvent> history(CaseId id) {
        return records.events(id);
    }

    /** Who bought one thing asks about that thing. */
    private @Nullable String about(OrderId order, @Nullable String sku) {
        var lines = orders.byId(order)
                .orElseThrow(() -> new IllegalArgumentException("There is no order " + order))
                .lines();
        if (sku == null) {
            return lines.size() == 1 ? lines.get(0).sku() : null;
        }
        if (lines.stream().noneMatch(line -> sku.equals(line.sku()))) {
            throw new IllegalArgumentException("This order has no such product; choose one of those you bought.");
        }
        return sku;
    }

    private boolean isRepeated(CaseId id, String words) {
        var said = records.messages(id);
        var last = said.isEmpty() ? null : said.get(said.size() - 1);
        return last != null && last.isFromCustomer() && last.words().equals(words);
    }

    private static String key(OrderId order, Topic topic, @Nullable String sku, String words) {
        try {
            var text = order + "/" + topic + "/" + Objects.requireNonNullElse(sku, "") + "/" + words;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }
}

package dev.afterglow.support;

import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Pauses;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What our people do with a case; each step is checked, kept with who and why, and may be repeated. */
@Component
@Transactional
public class CaseWork {

    /** How long marketing rests when an agent asks for it. */
    private static final Duration REST = Duration.ofDays(30);

    private final Cases cases;
    private final CaseRecords records;
    private final Orders orders;
    private final Products products;
    private final Pauses pauses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseWork(
            Cases cases,
            CaseRecords records,
            Orders orders,
            Products products,
            Pauses pauses,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.records = records;
        this.orders = orders;
        this.products = products;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
    }

    /** Begins the work; whoever has news of the case tells it to this instance. */
    public void begin(CaseId id, String instance) {
        cases.lock(id);
        cases.begin(id, instance);
    }

    /** What the triage depends on. */
    @Transactional(readOnly = true)
    public Circumstances circumstances(SupportCase found) {
        var order = order(found);
        var product = found.sku() == null ? null : products.bySku(found.sku()).orElse(null);
        var warranty = product == null ? null : product.warrantyMonths();
        var bought = order.placedAt().atOffset(ZoneOffset.UTC);
        return new Circumstances(
                product != null,
                warranty != null && bought.plusMonths(warranty).toInstant().isAfter(clock.instant()),
                orders.boughtBefore(found.order()),
                order.total().setScale(0, RoundingMode.DOWN).intValue());
    }

    /** Hands the case to a group. */
    public void triage(CaseId id, Triage triage, Instant due) {
        cases.triage(id, triage, due);
        records.note(id, "TRIAGED", null, triage.team() + ", priority " + triage.priority());
    }

    /** Writes to the customer; the mail itself is the drawing's next step. */
    public void answer(CaseId id, CaseAnswer answer) {
        var words =
                Sentences.of(answer.words(), "Write what the customer shall read; nothing was sent, nothing is lost.");
        var found = cases.lock(id);
        records.say(id, answer.who(), words);
        cases.answered(id, answer.outcome(), answer.seen());
        records.note(id, answer.outcome().name(), answer.who(), answer.how());
        if (answer.pausesMarketing()) {
            pauses.pause(order(found).customer(), clock.instant().plus(REST), answer.who());
            records.note(id, "MARKETING_PAUSED", answer.who(), null);
        }
    }

    /** Whether the customer wrote something that nobody of ours had before them when they answered. */
    public boolean hasUnread(CaseId id) {
        cases.lock(id);
        var unread = cases.hasUnread(id);
        if (unread) {
            cases.reopen(id);
        }
        return unread;
    }

    /** Nobody has answered in time. */
    public void escalate(CaseId id) {
        cases.escalate(id);
        records.note(id, "ESCALATED", null, "Nobody had answered when the answer was due");
    }

    /** What a supervisor did about it. */
    public void stepIn(CaseId id, String who, @Nullable String words) {
        records.note(id, "STEPPED_IN", who, Sentences.of(words, "Write in a sentence what you did or agreed on."));
    }

    /** Closes the case; answers whether it is worth asking her how it went. */
    public boolean close(CaseId id) {
        var found = cases.lock(id);
        cases.close(id);
        records.note(
                id,
                "CLOSED",
                null,
                found.outcome() == null ? null : found.outcome().name());
        var solved = found.outcome() != null && found.outcome().isWorthAsking();
        if (found.state() != CaseState.CLOSED) {
            events.publishEvent(new CaseClosed(found.order(), id, solved && found.topic() != Topic.QUESTION));
        }
        return solved;
    }

    private Order order(SupportCase found) {
        return orders.byId(found.order())
                .orElseThrow(() ->
                        new IllegalStateException("The order of case " + found.id() + " does not exist any more"));
    }
}

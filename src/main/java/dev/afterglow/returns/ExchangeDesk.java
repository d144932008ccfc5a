package dev.afterglow.returns;

import dev.afterglow.returns.ReturnNotPossibleException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants exchanges, has them placed, and takes them back; each done twice is done once. */
@Component
public class ExchangeDesk {

    private final Exchanges exchanges;
    private final ReturnRecords records;
    private final ReturnProgress progress;
    private final ApplicationEventPublisher events;

    ExchangeDesk(
            Exchanges exchanges, ReturnRecords records, ReturnProgress progress, ApplicationEventPublisher events) {
        this.exchanges = exchanges;
        this.records = records;
        this.progress = progress;
        this.events = events;
    }

    /** Owes the customer a follow-up order and lets the shop know. */
    @Transactional
    public void grant(ReturnId id) {
        var it = records.byId(id).orElseThrow();
        if (exchanges.grant(id, it.wish())) {
            events.publishEvent(new ExchangeGranted(it.order(), id, it.wish()));
        }
    }

    /**
     * Keeps the number of the follow-up order; the return is settled with it.
     *
     * @throws ReturnNotPossibleException when there is no number, or the exchange was taken back
     */
    @Transactional
    public void place(ReturnId id, @Nullable String followUpNumber, String by) {
        if (followUpNumber == null || followUpNumber.isBlank()) {
            throw new ReturnNotPossibleException(Why.INCOMPLETE, "Fill in the number of the new order.");
        }
        var number = ReturnRequest.shortened(followUpNumber.strip(), 100);
        if (!exchanges.move(id, Exchange.State.PLACED, number)
                && exchanges.of(id).map(Exchange::state).orElse(null) != Exchange.State.PLACED) {
            throw new ReturnNotPossibleException(Why.TOO_LATE, "This exchange was taken back by now.");
        }
        progress.settle(id, by, number);
    }

    /** Takes back what is owed. */
    @Transactional
    public void withdraw(ReturnId id) {
        exchanges.move(id, Exchange.State.WITHDRAWN, null);
    }
}

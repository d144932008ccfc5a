package dev.afterglow.returns;

import dev.afterglow.returns.ReturnNotPossibleException.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants exchanges, has them placed, and takes them back; each done twice is done once. */
@Component
public class ExchangeDesk {

    private static final String SHOP = "shop";

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

    /** Owes the customer a follow-up order; the shop reads the request where it fetches exchanges. */
    @Transactional
    public void grant(ReturnId id) {
        var it = records.byId(id).orElseThrow();
        exchanges.grant(id, it.wish());
    }

    /**
     * Keeps the number of the follow-up order that a person placed; the return is settled with it.
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

    /**
     * Keeps the number of the follow-up order that the shop's own system placed, and lets the return go on; told twice,
     * it was placed once.
     *
     * @throws ReturnNotPossibleException when nothing is owed, the exchange was taken back, or is another order already
     */
    @Transactional
    public void placed(ReturnId id, String followUpNumber) {
        var it = records.byId(id).orElseThrow();
        var owed = exchanges
                .of(id)
                .orElseThrow(() -> new ReturnNotPossibleException(
                        Why.TOO_LATE, "No follow-up order is owed for " + it.number() + "."));
        if (owed.state() == Exchange.State.PLACED) {
            if (!followUpNumber.strip().equals(owed.followUpNumber())) {
                throw new ReturnNotPossibleException(
                        Why.TOO_LATE,
                        "The exchange of " + it.number() + " is order " + owed.followUpNumber() + " already.");
            }
            return;
        }
        place(id, followUpNumber, SHOP);
        events.publishEvent(new ExchangePlaced(it.order(), id, it.handling()));
    }

    /** Takes back what is owed. */
    @Transactional
    public void withdraw(ReturnId id) {
        exchanges.move(id, Exchange.State.WITHDRAWN, null);
    }
}

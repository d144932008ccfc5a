package dev.afterglow.returns;

import dev.afterglow.order.Orders;
import dev.afterglow.returns.ReturnRecords.Fact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up what customers ask for: who works on it, and what its policy has to know. */
@Component
public class Uptake {

    private final ReturnRecords records;
    private final MergedReturns merged;
    private final ReturnTerms terms;
    private final Deadlines deadlines;
    private final Orders orders;

    Uptake(ReturnRecords records, MergedReturns merged, ReturnTerms terms, Deadlines deadlines, Orders orders) {
        this.records = records;
        this.merged = merged;
        this.terms = terms;
        this.deadlines = deadlines;
        this.orders = orders;
    }

    /** Keeps which run works on a return, and answers what its policy asks about. */
    @Transactional
    public PolicyFacts takeUp(ReturnId id, String handling) {
        records.set(id, Fact.HANDLING, handling);
        var it = records.byId(id).orElseThrow();
        var order = orders.byId(it.order()).orElseThrow();
        return new PolicyFacts(
                it,
                terms.isFinalSale(it),
                deadlines.daysSinceDelivery(order),
                deadlines.isOnItsWay(order) && !merged.toSend(id).isEmpty());
    }
}

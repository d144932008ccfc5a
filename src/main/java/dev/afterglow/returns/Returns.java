package dev.afterglow.returns;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLocks;
import dev.afterglow.order.Orders;
import dev.afterglow.returns.ReturnNotPossibleException.Why;
import dev.afterglow.returns.ReturnRecords.Fact;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers give back: offered, asked for, taken back, withdrawn from. Whoever calls from the web does so within
 * {@link dev.afterglow.order.Attempts}.
 */
@Component
public class Returns {

    private final ReturnRecords records;
    private final ReturnTerms terms;
    private final Deadlines deadlines;
    private final ReturnRequests requests;
    private final Withdrawals withdrawals;
    private final Orders orders;
    private final OrderLocks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(
            ReturnRecords records,
            ReturnTerms terms,
            Deadlines deadlines,
            ReturnRequests requests,
            Withdrawals withdrawals,
            Orders orders,
            OrderLocks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.terms = terms;
        this.deadlines = deadlines;
        this.requests = requests;
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /** What of an order may still come back, line by line. */
    @Transactional(readOnly = true)
    public List<ReturnableLine> returnable(OrderId order) {
        return inventory(order).lines();
    }

    /**
     * What a customer would get for what she gives back, by each resolution; nothing is promised or kept yet.
     *
     * @throws ReturnNotPossibleException when so many are not left
     */
    @Transactional(readOnly = true)
    public Offer offer(OrderId order, List<Units> units, ReturnReason reason) {
        var inventory = inventory(order);
        return terms.offer(inventory, terms.lines(inventory, units), reason);
    }

    /**
     * Keeps a return and sets its handling off; a form sent twice is one return.
     *
     * @throws ReturnNotPossibleException when so many are not left
     */
    @Transactional
    public Return request(ReturnRequest request) {
        locks.lock(request.order());
        var known = records.byKey(request.order(), request.key());
        if (known.isPresent()) {
            return known.get();
        }
        var id = requests.receive(request, inventory(request.order()));
        return byId(id).orElseThrow();
    }

    /**
     * Withdraws the customer from the contract: keeps her statement with its hash, ends what she had asked for before,
     * and takes everything back that is not settled yet. Said twice, it counts once.
     *
     * @throws ReturnNotPossibleException when the period is over or nothing is left
     */
    @Transactional
    public Withdrawal withdraw(OrderId order, String name, String email) {
        locks.lock(order);
        return withdrawals.of(order).orElseGet(() -> withdrawals.receive(known(order), records.of(order), name, email));
    }

    /** Whether the customer may withdraw now: from the order until fourteen days after delivery. */
    @Transactional(readOnly = true)
    public boolean withdrawalOpen(OrderId order) {
        return orders.byId(order)
                .filter(it -> withdrawals.of(order).isEmpty())
                .filter(it -> withdrawals.isOpen(it, records.of(order)))
                .isPresent();
    }

    /** The returns that would end in a withdrawal made now. */
    public List<Return> endingInWithdrawal(OrderId order) {
        return withdrawals.ending(records.of(order));
    }

    /** The last day to withdraw, or nothing while not every parcel has arrived. */
    public Optional<LocalDate> withdrawBy(OrderId order) {
        return orders.byId(order).flatMap(deadlines::withdrawBy);
    }

    /** Whether the customer has withdrawn from this order: nothing promotional is said about it any more. */
    public boolean hasWithdrawn(OrderId order) {
        return withdrawals.of(order).isPresent();
    }

    /** The customer's withdrawal from this order, or nothing. */
    public Optional<Withdrawal> withdrawalOf(OrderId order) {
        return withdrawals.of(order);
    }

    /** Whether something of this order is on its way back or about to be settled. */
    public boolean isOpen(OrderId order) {
        return records.of(order).stream().anyMatch(it -> it.state().isOpen());
    }

    /** All returns of an order, oldest first. */
    public List<Return> of(OrderId order) {
        return records.of(order);
    }

    /** The return, or nothing. */
    public Optional<Return> byId(ReturnId id) {
        return records.byId(id);
    }

    /** The return with this RMA number, or nothing. */
    public Optional<Return> byNumber(String number) {
        return records.byNumber(number.strip());
    }

    /** Who did what with a return and when, oldest first. */
    public List<ReturnStep> story(ReturnId id) {
        return records.story(id);
    }

    /**
     * Takes a return back, and with it what was granted; taken back twice, it stays so.
     *
     * @param by {@code customer} or an agent's login
     * @throws ReturnNotPossibleException when it is settled for good, refused or lapsed
     */
    @Transactional
    public void cancel(ReturnId id, String by) {
        requests.takeBack(known(id), by);
    }

    /**
     * Keeps that a parcel is here; told twice, it arrived once.
     *
     * @param by {@code carrier} or an agent's login
     * @throws ReturnNotPossibleException when no parcel is waited for
     */
    @Transactional
    public void arrived(ReturnId id, String by) {
        var it = known(id);
        if (it.arrivedAt() != null) {
            return;
        }
        if (!records.move(id, EnumSet.of(ReturnState.APPROVED), ReturnState.ARRIVED, by, null)) {
            throw new ReturnNotPossibleException(
                    Why.TOO_LATE, "Nobody waits for the parcel of " + it.number() + ": it is not approved or over.");
        }
        records.set(id, Fact.ARRIVED_AT, Timestamp.from(clock.instant()));
        events.publishEvent(new ReturnArrived(it.order(), id, it.handling()));
    }

    private Inventory inventory(OrderId order) {
        return new Inventory(known(order), records.of(order));
    }

    private Order known(OrderId order) {
        return orders.byId(order)
                .orElseThrow(() -> new ReturnNotPossibleException(Why.NO_SUCH_ORDER, "There is no such order."));
    }

    private Return known(ReturnId id) {
        return byId(id).orElseThrow(
                        () -> new ReturnNotPossibleException(Why.NO_SUCH_RETURN, "There is no such return."));
    }
}

package dev.afterglow.returns;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import dev.afterglow.returns.ReturnNotPossibleException.Why;
import dev.afterglow.returns.ReturnRecords.Fact;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Receives withdrawals from the contract (Directive 2011/83/EU, Article 11a). */
@Component
class Withdrawals {

    private static final int LONGEST_NAME = 200;

    private final WithdrawalRecords withdrawals;
    private final ReturnRecords returns;
    private final MergedReturns merged;
    private final ReturnTerms terms;
    private final Deadlines deadlines;
    private final WithdrawalStatements statements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawals(
            WithdrawalRecords withdrawals,
            ReturnRecords returns,
            MergedReturns merged,
            ReturnTerms terms,
            Deadlines deadlines,
            WithdrawalStatements statements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.withdrawals = withdrawals;
        this.returns = returns;
        this.merged = merged;
        this.terms = terms;
        this.deadlines = deadlines;
        this.statements = statements;
        this.events = events;
        this.clock = clock;
    }

    Optional<Withdrawal> of(OrderId order) {
        return withdrawals.of(order);
    }

    boolean isOpen(Order order, List<Return> before) {
        return !order.isCancelled()
                && deadlines.isWithdrawalOpen(order)
                && !terms.withdrawable(new Inventory(order, staying(before))).isEmpty();
    }

    /**
     * The withdrawal takes what is not settled: a return of the same things that is still open ends in it, and what came
     * with its parcel need not be sent again. A return it cannot cover, of something not taken back for a change of
     * mind, goes on beside it.
     */
    Withdrawal receive(Order order, List<Return> before, String name, String email) {
        if (name.isBlank() || EmailAddress.of(email).isEmpty()) {
            throw new ReturnNotPossibleException(
                    Why.INCOMPLETE, "Give your name and an e-mail address for the receipt.");
        }
        if (!isOpen(order, before)) {
            throw new ReturnNotPossibleException(
                    Why.WITHDRAWAL_CLOSED,
                    "The withdrawal period of this order is over, or nothing is left to withdraw from.");
        }
        var inventory = new Inventory(order, staying(before));
        var lines = terms.withdrawable(inventory);
        var id = returns.insert(new NewReturn(
                order.id(),
                ReturnKind.WITHDRAWAL,
                "withdrawal",
                null,
                null,
                null,
                order.currency(),
                terms.withdrawal(inventory, lines),
                ReturnState.APPROVED,
                deadlines.sendBy(order),
                lines));
        var withdrawal = stated(order, id, lines, ReturnRequest.shortened(name.strip(), LONGEST_NAME), email.strip());
        withdrawals.insert(withdrawal);
        ending(before).forEach(it -> merge(it, id));
        if (merged.toSend(id).isEmpty()) {
            returns.set(id, Fact.ARRIVED_AT, Timestamp.from(clock.instant()));
            returns.move(id, EnumSet.of(ReturnState.APPROVED), ReturnState.ARRIVED, "customer", "All of it is here");
        }
        events.publishEvent(new ReturnRequested(order.id(), id));
        return withdrawal;
    }

    private Withdrawal stated(Order order, ReturnId id, List<ReturnedLine> lines, String name, String email) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var content = statements.content(order, lines, name, email, at.atZone(deadlines.zone(order)));
        return new Withdrawal(order.id(), id, name, email, content, WithdrawalStatements.hash(content), at);
    }

    private void merge(Return open, ReturnId into) {
        returns.set(open.id(), Fact.MERGED_INTO, into.value());
        if (!returns.move(
                open.id(), EnumSet.of(open.state()), ReturnState.MERGED, "customer", "Withdrawn from the contract")) {
            throw new IllegalStateException("The return " + open.number() + " moved on in this moment; try again");
        }
        if (open.arrivedAt() != null) {
            returns.tell(into, ReturnState.APPROVED, "customer", "The parcel of " + open.number() + " is here already");
        }
        events.publishEvent(new ReturnCancelled(open.order(), open.id(), open.handling(), true));
    }

    /** What would end in a withdrawal of the same things. */
    List<Return> ending(List<Return> before) {
        return before.stream().filter(this::endsInWithdrawal).toList();
    }

    private boolean endsInWithdrawal(Return it) {
        return it.state().isOpen() && !terms.isFinalSale(it);
    }

    private List<Return> staying(List<Return> returns) {
        return returns.stream().filter(it -> !endsInWithdrawal(it)).toList();
    }
}

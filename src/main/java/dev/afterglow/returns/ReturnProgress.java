package dev.afterglow.returns;

import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.returns.ReturnNotPossibleException.Why;
import dev.afterglow.returns.ReturnRecords.Fact;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the handling of a return brings forward, step by step; each step done twice is done once. */
@Component
public class ReturnProgress {

    private static final String REFUSE = "REFUSE_";

    private final ReturnRecords records;
    private final Deadlines deadlines;
    private final Orders orders;
    private final Clock clock;

    ReturnProgress(ReturnRecords records, Deadlines deadlines, Orders orders, Clock clock) {
        this.records = records;
        this.deadlines = deadlines;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Keeps what the policy said: {@code APPROVE}, {@code REVIEW}, or {@code REFUSE_} and a word for the message.
     *
     * @return whether the return is approved
     */
    @Transactional
    public boolean judge(ReturnId id, String verdict) {
        var from = EnumSet.of(ReturnState.REQUESTED);
        if (verdict.startsWith(REFUSE)) {
            records.set(id, Fact.REFUSED_FOR, verdict.substring(REFUSE.length()));
            move(id, from, ReturnState.REFUSED, "policy", null);
        } else if (verdict.equals("APPROVE")) {
            approve(id, from, "policy", null);
        } else {
            move(id, from, ReturnState.IN_REVIEW, "policy", null);
        }
        return verdict.equals("APPROVE");
    }

    /**
     * Keeps what a person decided about a return.
     *
     * @throws ReturnNotPossibleException when a refusal has no words for the customer
     */
    @Transactional
    public void review(ReturnId id, boolean approved, @Nullable String words, String by) {
        if (approved) {
            approve(id, EnumSet.of(ReturnState.IN_REVIEW), by, words);
        } else {
            refuse(id, EnumSet.of(ReturnState.IN_REVIEW), words, by);
        }
    }

    /** Keeps that the parcel is here. */
    @Transactional
    public void arrive(ReturnId id, String by) {
        if (known(id).arrivedAt() == null) {
            records.set(id, Fact.ARRIVED_AT, Timestamp.from(clock.instant()));
        }
        move(id, EnumSet.of(ReturnState.APPROVED), ReturnState.ARRIVED, by, null);
    }

    /** Keeps that nobody of ours did in time what the return waits for. */
    @Transactional
    public void escalate(ReturnId id) {
        records.tell(
                id, known(id).state(), "calendar", "Nobody did it within a working day; the supervisors were asked");
    }

    /** Keeps that the parcel never came. */
    @Transactional
    public void lapse(ReturnId id) {
        move(id, EnumSet.of(ReturnState.APPROVED), ReturnState.LAPSED, "calendar", null);
    }

    /**
     * Keeps what a person found in the parcel.
     *
     * @throws ReturnNotPossibleException when something is amiss and she does not say what
     */
    @Transactional
    public void inspect(ReturnId id, boolean asExpected, @Nullable String finding, String by) {
        if (asExpected) {
            move(id, EnumSet.of(ReturnState.ARRIVED), ReturnState.ACCEPTED, by, finding);
        } else {
            records.tell(id, ReturnState.ARRIVED, by, needed(finding, "Say what is not as described."));
        }
    }

    /**
     * Keeps what a supervisor grants for a parcel that is not as described: all, less, or nothing.
     *
     * @throws ReturnNotPossibleException when the customer would get less without a word why, or more than she asked for
     */
    @Transactional
    public void grant(ReturnId id, BigDecimal amount, @Nullable String words, String by) {
        var it = known(id);
        if (amount.signum() < 0 || amount.compareTo(it.amount()) > 0) {
            throw new ReturnNotPossibleException(
                    Why.INCOMPLETE,
                    "Grant between 0 and " + it.amount().stripTrailingZeros().toPlainString()
                            + ", the amount agreed on.");
        }
        if (amount.signum() == 0) {
            refuse(id, EnumSet.of(ReturnState.ARRIVED), words, by);
            return;
        }
        if (amount.compareTo(it.amount()) < 0) {
            records.set(id, Fact.WORDS, needed(words, "Tell the customer in a sentence why she gets less."));
            records.set(id, Fact.AMOUNT, amount);
        }
        move(id, EnumSet.of(ReturnState.ARRIVED), ReturnState.ACCEPTED, by, words);
    }

    /** Keeps that the customer has what she chose. */
    @Transactional
    public void settle(ReturnId id, String by, @Nullable String reference) {
        if (move(
                id,
                EnumSet.of(ReturnState.ACCEPTED, ReturnState.ARRIVED, ReturnState.APPROVED),
                ReturnState.SETTLED,
                by,
                reference)) {
            records.set(id, Fact.SETTLED_AT, Timestamp.from(clock.instant()));
        }
    }

    /**
     * Keeps that the money was paid back.
     *
     * @throws ReturnNotPossibleException when there is no reference to find the payment by
     */
    @Transactional
    public void refund(ReturnId id, @Nullable String reference, String by) {
        settle(id, by, needed(reference, "Fill in the reference of the payment."));
    }

    private void approve(ReturnId id, Set<ReturnState> from, String by, @Nullable String words) {
        if (move(id, from, ReturnState.APPROVED, by, words)) {
            records.set(id, Fact.SEND_BY, Date.valueOf(deadlines.sendBy(order(known(id)))));
        }
    }

    private void refuse(ReturnId id, Set<ReturnState> from, @Nullable String words, String by) {
        records.set(id, Fact.WORDS, needed(words, "Tell the customer in a sentence why not."));
        move(id, from, ReturnState.REFUSED, by, words);
    }

    /** Answers whether it moved just now; one that stands there already was moved before. */
    private boolean move(ReturnId id, Set<ReturnState> from, ReturnState to, String by, @Nullable String words) {
        var moved = records.move(id, from, to, by, words);
        if (!moved && known(id).state() != to) {
            throw new ReturnNotPossibleException(
                    Why.TOO_LATE,
                    "The return " + known(id).number() + " stands at "
                            + known(id).state() + " by now; look at it again.");
        }
        return moved;
    }

    private static String needed(@Nullable String words, String advice) {
        if (words == null || words.isBlank()) {
            throw new ReturnNotPossibleException(Why.INCOMPLETE, advice);
        }
        return ReturnRequest.shortened(words.strip(), 2000);
    }

    private Return known(ReturnId id) {
        return records.byId(id).orElseThrow();
    }

    private Order order(Return it) {
        return orders.byId(it.order()).orElseThrow();
    }
}

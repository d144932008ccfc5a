package dev.afterglow.returns;

import dev.afterglow.returns.ReturnNotPossibleException.Why;
import java.util.EnumSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Receives what customers ask for, and takes it back when they change their mind. */
@Component
class ReturnRequests {

    private final ReturnRecords records;
    private final ReturnTerms terms;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    ReturnRequests(ReturnRecords records, ReturnTerms terms, Deadlines deadlines, ApplicationEventPublisher events) {
        this.records = records;
        this.terms = terms;
        this.deadlines = deadlines;
        this.events = events;
    }

    ReturnId receive(ReturnRequest request, Inventory inventory) {
        var lines = terms.lines(inventory, request.units());
        var offer = terms.offer(inventory, lines, request.reason());
        var id = records.insert(new NewReturn(
                request.order(),
                ReturnKind.RETURN,
                request.key(),
                request.reason(),
                request.note(),
                request.wish(),
                offer.currency(),
                offer.of(request.resolution()),
                ReturnState.REQUESTED,
                null,
                lines));
        events.publishEvent(new ReturnRequested(request.order(), id));
        return id;
    }

    void takeBack(Return it, String by) {
        if (it.state() == ReturnState.CANCELLED) {
            return;
        }
        var mayEnd = it.state().isOpen()
                || it.state() == ReturnState.SETTLED
                        && it.resolution() == Resolution.STORE_CREDIT
                        && deadlines.isCorrectable(it);
        if (it.isWithdrawal()
                || !mayEnd
                || !records.move(it.id(), EnumSet.of(it.state()), ReturnState.CANCELLED, by, null)) {
            throw new ReturnNotPossibleException(
                    Why.TOO_LATE, "The return " + it.number() + " can no longer be taken back.");
        }
        events.publishEvent(new ReturnCancelled(it.order(), it.id(), it.handling(), false));
    }
}

package dev.afterglow.journey.handwrittennote;

import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.order.OrderDelivered;
import dev.afterglow.order.OrderId;
import dev.afterglow.support.CaseClosed;
import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks handwritten-note.dmn when an order has arrived and when a complaint is solved, and asks a colleague for a note
 * where it says so. An instance of its own: the journey's messages never wait for somebody's pen, and the many orders
 * without a note cost one question.
 */
@Component
class HandwrittenNotes {

    private final DecisionTable table = DecisionTable.of("handwrittenNote");
    private final NoteFactsQuery facts;
    private final Notes notes;
    private final RuntimeService engine;

    HandwrittenNotes(NoteFactsQuery facts, Notes notes, RuntimeService engine) {
        this.facts = facts;
        this.notes = notes;
        this.engine = engine;
    }

    @EventListener
    void on(OrderDelivered event) {
        ask(event.order(), "DELIVERED", false);
    }

    @EventListener
    void on(CaseClosed event) {
        ask(event.order(), "CASE_CLOSED", event.complaintSolved());
    }

    private void ask(OrderId order, String occasion, boolean complaintSolved) {
        var inputs = new HashMap<>(facts.about(order));
        if (inputs.isEmpty()) {
            return;
        }
        inputs.put("occasion", occasion);
        inputs.put("complaintSolved", complaintSolved);
        var hit = table.firstHit(inputs);
        if (!hit.word("reason").equals("NONE")) {
            notes.open(order, hit.word("reason"), hit.rule()).ifPresent(note -> begin(order, note));
        }
    }

    private void begin(OrderId order, long note) {
        engine.createMessageCorrelation("note.deserved")
                .processInstanceBusinessKey(order.toString())
                .setVariables(TouchpointVariables.REFERENCE.with(Long.toString(note)))
                .correlateStartMessage();
    }
}

package dev.afterglow.journey.postpurchase;

import dev.afterglow.feedback.FeedbackGiven;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.order.OrderId;
import dev.afterglow.returns.ReturnRequested;
import dev.afterglow.support.CaseOpened;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the journey what its customer asks for; when it is over, the branch is opened directly. Two requests at the same
 * instant collide in the engine: whoever took them in tries the whole transaction again.
 */
@Component
class CustomerRequests {

    private final RuntimeService engine;
    private final Branches branches;

    CustomerRequests(RuntimeService engine, Branches branches) {
        this.engine = engine;
        this.branches = branches;
    }

    @EventListener
    void on(ReturnRequested event) {
        pass(Branch.RETURN, event.order(), event.id().toString());
    }

    @EventListener
    void on(FeedbackGiven event) {
        pass(Branch.FEEDBACK, event.order(), event.id().toString());
    }

    @EventListener
    void on(CaseOpened event) {
        pass(Branch.SUPPORT, event.order(), event.id().toString());
    }

    private void pass(Branch branch, OrderId order, String reference) {
        var heard = engine.createMessageCorrelation("customer.request")
                .processInstanceBusinessKey(order.toString())
                .setVariablesToTriggeredScope(Map.of(
                        PostPurchaseJourneyVariables.REQUEST.name(),
                        branch.name(),
                        TouchpointVariables.REFERENCE.name(),
                        reference))
                .correlateAllWithResult();
        if (heard.isEmpty()) {
            branches.open(branch, order.toString(), reference);
        }
    }
}

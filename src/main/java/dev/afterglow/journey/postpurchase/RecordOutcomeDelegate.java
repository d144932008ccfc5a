package dev.afterglow.journey.postpurchase;

import dev.afterglow.journey.touchpoint.Drawn;
import dev.afterglow.journey.touchpoint.PassedTouchpoints;
import dev.afterglow.order.OrderId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how the journey ended, in the word the drawing gives it, and what became of the touchpoints on its way. */
@Component("recordOutcome")
class RecordOutcomeDelegate implements JavaDelegate {

    private final Drawn drawn;
    private final PassedTouchpoints passed;
    private final JourneyOutcomes outcomes;

    RecordOutcomeDelegate(Drawn drawn, PassedTouchpoints passed, JourneyOutcomes outcomes) {
        this.drawn = drawn;
        this.passed = passed;
        this.outcomes = outcomes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = OrderId.parse(execution.getProcessBusinessKey());
        var outcome = drawn.property("outcome", execution);

        passed.settle(execution, outcome);
        outcomes.record(order, outcome);
    }
}

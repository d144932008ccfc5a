package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.FeedbackChanged;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a follow-up that its customer has changed her mind; when it is over, another one begins. */
@Component
class FeedbackChanges {

    private final RuntimeService engine;

    FeedbackChanges(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(FeedbackChanged event) {
        if (!isHeard(event)) {
            followUp(event.order().toString(), event.id().toString());
        }
    }

    void followUp(String order, String reference) {
        engine.createMessageCorrelation("feedback.given")
                .processInstanceBusinessKey(order)
                .setVariables(TouchpointVariables.REFERENCE.with(reference))
                .correlateStartMessage();
    }

    private boolean isHeard(FeedbackChanged event) {
        return event.instance() != null
                && !engine.createMessageCorrelation("feedback.changed")
                        .processInstanceId(event.instance())
                        .correlateAllWithResult()
                        .isEmpty();
    }
}

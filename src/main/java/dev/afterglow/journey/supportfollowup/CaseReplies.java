package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CustomerAnswered;
import dev.afterglow.support.SupportCase;
import dev.afterglow.support.SupportDesk;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what a customer replies back into the follow-up of the same case. */
@Component
class CaseReplies {

    private final RuntimeService engine;
    private final SupportDesk desk;

    CaseReplies(RuntimeService engine, SupportDesk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    /** A follow-up that does not wait for a reply looks for one itself before it does. */
    @EventListener
    void on(CustomerAnswered event) {
        desk.byId(event.id())
                .map(SupportCase::instance)
                .ifPresent(instance -> engine.createMessageCorrelation("case.answered")
                        .processInstanceId(instance)
                        .correlateAll());
    }
}

package dev.afterglow.journey.linkrenewal;

import dev.afterglow.journey.touchpoint.MatterSource;
import dev.afterglow.journey.touchpoint.TouchpointVariables;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.LinkRequested;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts link-renewal.bpmn; the day is the reference, so that however often somebody asks, one mail a day leaves. */
@Component
class LinkRenewals implements MatterSource {

    private final RuntimeService engine;
    private final Orders orders;
    private final Clock clock;

    LinkRenewals(RuntimeService engine, Orders orders, Clock clock) {
        this.engine = engine;
        this.orders = orders;
        this.clock = clock;
    }

    @EventListener
    void on(LinkRequested event) {
        if (orders.byId(event.order()).filter(order -> !order.historical()).isPresent()) {
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
            engine.createMessageCorrelation("link.requested")
                    .processInstanceBusinessKey(event.order().toString())
                    .setVariables(TouchpointVariables.REFERENCE.with(Long.toString(today)))
                    .correlateStartMessage();
        }
    }

    @Override
    public String process() {
        return "linkRenewal";
    }

    @Override
    public Matter matter(String reference, Dossier dossier) {
        return new Matter(dossier.order().number(), null, null, null, null, null, List.of());
    }
}

package dev.afterglow.journey.touchpoint;

import static java.util.stream.Collectors.toMap;

import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.ShipmentId;
import dev.afterglow.order.Shipments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a message is about: a parcel in the delivery updates, a return, case or answer in the branches. */
@Component
class Occasions {

    private final Shipments shipments;
    private final DrawnTouchpoints planned;
    private final JourneyCalendar calendar;
    private final Map<String, MatterSource> matters;

    Occasions(Shipments shipments, DrawnTouchpoints planned, JourneyCalendar calendar, List<MatterSource> matters) {
        this.shipments = shipments;
        this.planned = planned;
        this.calendar = calendar;
        this.matters = matters.stream().collect(toMap(MatterSource::process, source -> source));
    }

    Occasion of(DelegateExecution execution, Dossier dossier, String touchpoint) {
        var shipment = TouchpointVariables.SHIPMENT.in(execution);
        if (shipment.isPresent()) {
            var id = ShipmentId.parse(shipment.get());
            return new Occasion(id.value(), shipments.byId(id).orElse(null), null, null);
        }
        return TouchpointVariables.REFERENCE
                .in(execution)
                .map(reference -> about(sourceFor(execution), touchpoint, reference, dossier))
                .orElse(Occasion.ONLY);
    }

    /** When the drawing plans it, else when the order was placed; what answers an event is due whenever it is said. */
    @Nullable
    Instant dueOf(Touchpoint touchpoint, DelegateExecution execution, Dossier dossier) {
        if (execution.hasVariable(TouchpointVariables.SHIPMENT.name())
                || execution.hasVariable(TouchpointVariables.REFERENCE.name())) {
            return null;
        }
        return planned.dayOf(execution.getProcessDefinitionId(), touchpoint.key())
                .map(day -> calendar.day(dossier, day))
                .orElse(dossier.order().placedAt());
    }

    private static Occasion about(MatterSource source, String touchpoint, String reference, Dossier dossier) {
        return new Occasion(
                source.occurrence(reference),
                null,
                source.matter(touchpoint, reference, dossier),
                source.recipient(reference).orElse(null));
    }

    private MatterSource sourceFor(DelegateExecution execution) {
        var process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        var source = matters.get(process);
        if (source == null) {
            throw new IllegalStateException("Nothing tells what a message of " + process + " is about");
        }
        return source;
    }
}

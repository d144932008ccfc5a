package dev.afterglow.journey.touchpoint;

import static java.util.stream.Collectors.toMap;

import dev.afterglow.order.ShipmentId;
import dev.afterglow.order.Shipments;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Finds what a message is about: a parcel in the delivery updates, a return, case or answer in the branches. */
@Component
class Occasions {

    private final Shipments shipments;
    private final Map<String, MatterSource> matters;

    Occasions(Shipments shipments, List<MatterSource> matters) {
        this.shipments = shipments;
        this.matters = matters.stream().collect(toMap(MatterSource::process, source -> source));
    }

    Occasion of(DelegateExecution execution, Dossier dossier) {
        var shipment = TouchpointVariables.SHIPMENT.in(execution);
        if (shipment.isPresent()) {
            var id = ShipmentId.parse(shipment.get());
            return new Occasion(id.value(), shipments.byId(id).orElse(null), null, null);
        }
        return TouchpointVariables.REFERENCE
                .in(execution)
                .map(reference -> about(sourceFor(execution), reference, dossier))
                .orElse(Occasion.ONLY);
    }

    private static Occasion about(MatterSource source, String reference, Dossier dossier) {
        return new Occasion(
                source.occurrence(reference),
                null,
                source.matter(reference, dossier),
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

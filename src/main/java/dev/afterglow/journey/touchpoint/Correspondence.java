package dev.afterglow.journey.touchpoint;

import dev.afterglow.message.Message;
import dev.afterglow.message.MessageKey;
import dev.afterglow.message.Messages;
import dev.afterglow.message.Outcome;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Recipient;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.message.Touchpoints;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.ShipmentId;
import dev.afterglow.order.Shipments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a touchpoint can be said at all, says it, and keeps how it ended. */
@Component
class Correspondence {

    private final Touchpoints touchpoints;
    private final Shipments shipments;
    private final Briefing briefing;
    private final Messages messages;
    private final TouchpointRecords records;

    Correspondence(
            Touchpoints touchpoints,
            Shipments shipments,
            Briefing briefing,
            Messages messages,
            TouchpointRecords records) {
        this.touchpoints = touchpoints;
        this.shipments = shipments;
        this.briefing = briefing;
        this.messages = messages;
        this.records = records;
    }

    Outcome send(String key, Dossier dossier, @Nullable String shipmentId) {
        var order = dossier.order().id();
        var shipment = shipmentId == null ? Optional.<Shipment>empty() : shipments.byId(ShipmentId.parse(shipmentId));
        var touchpoint = touchpoints.byKey(key);
        var message = new MessageKey(order.value(), key, shipment.map(parcel -> parcel.id().value()).orElse(0L));
        var facts = briefing.about(dossier, shipment.orElse(null));
        var email = dossier.customer().email();
        if (email == null) {
            return skipped(message, Reason.NO_CHANNEL);
        }
        if (!touchpoint.canBeSaid(facts)) {
            return skipped(message, Reason.NO_CONTENT);
        }
        var recipient = new Recipient(email, dossier.customer().firstName(), dossier.locale(), dossier.zone());
        return messages.send(new Message(message, recipient, facts));
    }

    private Outcome skipped(MessageKey key, Reason reason) {
        var outcome = Outcome.skipped(reason);
        records.keep(key, outcome);
        return outcome;
    }
}

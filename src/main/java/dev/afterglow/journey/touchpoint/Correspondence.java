package dev.afterglow.journey.touchpoint;

import dev.afterglow.message.Message;
import dev.afterglow.message.MessageKey;
import dev.afterglow.message.Messages;
import dev.afterglow.message.Outcome;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Recipient;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.message.Touchpoints;
import org.springframework.stereotype.Component;

/** Decides whether a touchpoint can be said at all, says it, and keeps how it ended. */
@Component
class Correspondence {

    private final Touchpoints touchpoints;
    private final Briefing briefing;
    private final Messages messages;
    private final TouchpointRecords records;

    Correspondence(
            Touchpoints touchpoints,
            Briefing briefing,
            Messages messages,
            TouchpointRecords records) {
        this.touchpoints = touchpoints;
        this.briefing = briefing;
        this.messages = messages;
        this.records = records;
    }

    Outcome send(String key, Dossier dossier, Occasion occasion) {
        var touchpoint = touchpoints.byKey(key);
        var message = new MessageKey(dossier.order().id().value(), key, occasion.occurrence());
        var facts = briefing.about(dossier, occasion.shipment(), occasion.matter());
        var email = occasion.recipient() == null ? dossier.customer().email() : occasion.recipient();
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

package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.journey.contact.ContactPolicy;
import dev.afterglow.journey.contact.Question;
import dev.afterglow.journey.contact.Verdict;
import dev.afterglow.journey.engine.NeedsPerson;
import dev.afterglow.journey.engine.RetryLater;
import dev.afterglow.message.Message;
import dev.afterglow.message.MessageBusyException;
import dev.afterglow.message.MessageGivenUpException;
import dev.afterglow.message.MessageHolds;
import dev.afterglow.message.MessageKey;
import dev.afterglow.message.Messages;
import dev.afterglow.message.Outcome;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Recipient;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.order.Dossier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the contact policy about a touchpoint, says it when it may be said, and keeps how it ended. */
@Component
class Correspondence {

    private final ContactPolicy policy;
    private final Briefing briefing;
    private final Messages messages;
    private final MessageHolds holds;
    private final TouchpointRecords records;

    Correspondence(
            ContactPolicy policy, Briefing briefing, Messages messages, MessageHolds holds, TouchpointRecords records) {
        this.policy = policy;
        this.briefing = briefing;
        this.messages = messages;
        this.holds = holds;
        this.records = records;
    }

    /**
     * Says it now, or records why not.
     *
     * @param due when it was planned, absent when it answers something that has just happened
     * @throws RetryLater when the contact policy, the rate or the mail server asks to wait
     * @throws NeedsPerson when it was given up
     */
    void send(Touchpoint touchpoint, Dossier dossier, Occasion occasion, @Nullable Instant due) {
        var key = new MessageKey(dossier.order().id().value(), touchpoint.key(), occasion.occurrence());
        var email = occasion.recipient() == null ? dossier.customer().email() : occasion.recipient();
        if (email == null) {
            settle(key, touchpoint, Outcome.skipped(Reason.NO_CHANNEL), null);
            return;
        }
        var verdict = policy.decide(new Question(touchpoint, dossier, email, occasion.occurrence(), due));
        if (verdict instanceof Verdict.Hold hold) {
            holds.keep(key, touchpoint.purpose(), hold.reason(), hold.until(), hold.rule());
            throw new RetryLater(hold.until());
        } else if (verdict instanceof Verdict.Skip skip) {
            settle(key, touchpoint, Outcome.skipped(skip.reason()), skip.rule());
        } else if (verdict instanceof Verdict.Expire expire) {
            settle(key, touchpoint, Outcome.expired(), expire.rule());
        } else if (verdict instanceof Verdict.Send send) {
            say(key, touchpoint, dossier, occasion, email, send);
        }
    }

    private void say(
            MessageKey key,
            Touchpoint touchpoint,
            Dossier dossier,
            Occasion occasion,
            EmailAddress email,
            Verdict.Send verdict) {
        var facts = briefing.about(touchpoint, dossier, occasion.shipment(), occasion.matter());
        if (!touchpoint.canBeSaid(facts)) {
            settle(key, touchpoint, Outcome.skipped(Reason.NO_CONTENT), verdict.rule());
            return;
        }
        var recipient = new Recipient(email, dossier.customer().firstName(), dossier.locale(), dossier.zone());
        try {
            messages.send(new Message(key, touchpoint.purpose(), recipient, facts, verdict.rule(), verdict.turn()));
        } catch (MessageBusyException e) {
            throw new RetryLater(e.until());
        } catch (MessageGivenUpException e) {
            throw new NeedsPerson(e);
        }
    }

    private void settle(MessageKey key, Touchpoint touchpoint, Outcome outcome, @Nullable String rule) {
        records.keep(key, touchpoint.purpose(), outcome, rule);
    }
}

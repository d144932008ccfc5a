package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.Channel;
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
import dev.afterglow.message.Route;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.order.Dossier;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the contact policy about a touchpoint, says it when it may be said, and keeps how it ended. */
@Component
class Correspondence {

    /** What closes one way to her and leaves another open. */
    private static final Set<Reason> CLOSED_WAYS = Set.of(Reason.NO_CONSENT, Reason.SUPPRESSED);

    private final ContactPolicy policy;
    private final Routes routes;
    private final Briefing briefing;
    private final Messages messages;
    private final MessageHolds holds;
    private final TouchpointRecords records;

    Correspondence(
            ContactPolicy policy,
            Routes routes,
            Briefing briefing,
            Messages messages,
            MessageHolds holds,
            TouchpointRecords records) {
        this.policy = policy;
        this.routes = routes;
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
        var channels = routes.of(touchpoint, key);
        if (email == null || channels.isEmpty()) {
            settle(key, touchpoint, Outcome.skipped(Reason.NO_CHANNEL), null);
            return;
        }
        var over = false;
        for (var next = channels.iterator(); !over && next.hasNext(); ) {
            var question = new Question(touchpoint, dossier, email, occasion.occurrence(), due, next.next());
            over = say(key, question, occasion, next.hasNext() ? channels.get(channels.size() - 1) : null);
        }
    }

    /**
     * Answers whether the matter is over; if not, the fallback may say it. The contact policy is asked anew for each way:
     * what speaks against one need not speak against the other.
     */
    private boolean say(MessageKey key, Question question, Occasion occasion, @Nullable Channel fallback) {
        var touchpoint = question.touchpoint();
        var verdict = policy.decide(question);
        if (verdict instanceof Verdict.Hold hold) {
            holds.keep(key, touchpoint.purpose(), hold.reason(), hold.until(), hold.rule());
            throw new RetryLater(hold.until());
        } else if (verdict instanceof Verdict.Skip skip) {
            if (fallback != null && CLOSED_WAYS.contains(skip.reason())) {
                return false;
            }
            settle(key, touchpoint, Outcome.skipped(skip.reason()), skip.rule());
        } else if (verdict instanceof Verdict.Expire expire) {
            settle(key, touchpoint, Outcome.expired(), expire.rule());
        } else if (verdict instanceof Verdict.Send send) {
            var route = routes.by(question.channel(), fallback, question.dossier());
            var status = handOver(key, question, occasion, route, send);
            return fallback == null || status != Outcome.Status.REJECTED;
        }
        return true;
    }

    private Outcome.Status handOver(
            MessageKey key, Question question, Occasion occasion, Route route, Verdict.Send verdict) {
        var touchpoint = question.touchpoint();
        var dossier = question.dossier();
        var facts = briefing.about(touchpoint, dossier, occasion.shipment(), occasion.matter());
        if (!touchpoint.canBeSaid(facts)) {
            settle(key, touchpoint, Outcome.skipped(Reason.NO_CONTENT), verdict.rule());
            return Outcome.Status.SKIPPED;
        }
        var recipient =
                new Recipient(question.email(), dossier.customer().firstName(), dossier.locale(), dossier.zone());
        try {
            return messages.send(new Message(
                            key, touchpoint.purpose(), recipient, facts, verdict.rule(), verdict.turn(), route))
                    .status();
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

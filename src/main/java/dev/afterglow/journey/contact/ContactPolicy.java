package dev.afterglow.journey.contact;

import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.journey.engine.DecisionTable.Hit;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Touchpoint.Need;
import dev.afterglow.message.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks contact-policy.dmn whether a message may leave now, and turns its answer into an instant where it says wait. */
@Component
public class ContactPolicy {

    private static final int NEVER = 100_000;

    private final DecisionTable table = DecisionTable.of("contactPolicy");
    private final ContactFactsQuery query;
    private final ContactCalendar calendar;
    private final NewerOrders newerOrders;
    private final Clock clock;

    ContactPolicy(ContactFactsQuery query, ContactCalendar calendar, NewerOrders newerOrders, Clock clock) {
        this.query = query;
        this.calendar = calendar;
        this.newerOrders = newerOrders;
        this.clock = clock;
    }

    /** Decides on what is known at this moment. */
    public Verdict decide(Question question) {
        var now = clock.instant();
        var facts = query.about(question, now);
        var hit = table.firstHit(inputs(question, facts, now));
        return switch (hit.word("answer")) {
            case "SEND" -> new Verdict.Send(hit.rule(), turn(question, facts));
            case "HOLD" -> new Verdict.Hold(hit.rule(), reason(hit), until(hit, question, now));
            case "SKIP" -> new Verdict.Skip(hit.rule(), reason(hit));
            case "EXPIRE" -> new Verdict.Expire(hit.rule());
            default -> throw new IllegalStateException("contact-policy.dmn answers " + hit.word("answer"));
        };
    }

    private Map<String, Object> inputs(Question question, ContactFacts facts, Instant now) {
        var dossier = question.dossier();
        var zone = dossier.zone();
        var inputs = new HashMap<String, Object>();
        inputs.put("purpose", question.touchpoint().purpose().name());
        inputs.put("suppressed", facts.suppressed());
        inputs.put("channel", question.channel().name());
        inputs.put("channelWanted", facts.channelWanted());
        inputs.put("late", isLate(question, facts, now));
        inputs.put("cancelled", facts.cancelled());
        inputs.put("consent", facts.consent());
        inputs.put("holdout", false);
        inputs.put("awaitsDelivery", question.touchpoint().needs().contains(Need.DELIVERY));
        inputs.put("daysSinceDelivery", daysSince(facts.deliveredAt(), now));
        inputs.put("openReturn", facts.openReturn());
        inputs.put("openCase", facts.openCase());
        inputs.put("boughtAgain", facts.boughtAgain());
        inputs.put("promotions", facts.promotions());
        inputs.put(
                "withinHours",
                calendar.isOpen(now, zone, dossier.order().address().country()));
        inputs.put("newerToday", !facts.begun() && facts.hasOtherJourney() && newerOrders.speakToday(dossier, now));
        inputs.put("hoursSinceContact", facts.begun() ? NEVER : hoursSince(facts.lastContactAt(), now));
        inputs.put("contactsInWeek", facts.contactsInWeek());
        return inputs;
    }

    /** What waits for a delivery is as fresh as the delivery. */
    private static boolean isLate(Question question, ContactFacts facts, Instant now) {
        var due = question.due();
        if (due == null) {
            return false;
        }
        var from = question.touchpoint().needs().contains(Need.DELIVERY) ? later(due, facts.deliveredAt()) : due;
        return now.isAfter(from.atZone(question.dossier().zone())
                .plus(question.touchpoint().validFor())
                .toInstant());
    }

    private static Instant later(Instant due, @Nullable Instant delivered) {
        return delivered != null && delivered.isAfter(due) ? delivered : due;
    }

    private static @Nullable Turn turn(Question question, ContactFacts facts) {
        return facts.begun() || question.touchpoint().purpose() == Purpose.TRANSACTIONAL
                ? null
                : new Turn(question.dossier().customer().id(), facts.lastContactAt());
    }

    private Instant until(Hit hit, Question question, Instant now) {
        var order = question.dossier().order();
        var zone = question.dossier().zone();
        var country = order.address().country();
        return switch (hit.word("until")) {
            case "HER_HOURS" -> calendar.next(now, zone, country, order.id().value());
            case "TOMORROW" -> calendar.tomorrow(now, zone, country, order.id().value());
            default -> throw new IllegalStateException("contact-policy.dmn holds until " + hit.word("until"));
        };
    }

    private static Reason reason(Hit hit) {
        return Reason.valueOf(hit.word("reason"));
    }

    private static int daysSince(@Nullable Instant past, Instant now) {
        return past == null ? -1 : Math.toIntExact(Duration.between(past, now).toDays());
    }

    private static int hoursSince(@Nullable Instant past, Instant now) {
        return past == null
                ? NEVER
                : (int) Math.min(NEVER, Duration.between(past, now).toHours());
    }
}

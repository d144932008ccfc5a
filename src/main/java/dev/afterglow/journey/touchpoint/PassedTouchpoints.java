package dev.afterglow.journey.touchpoint;

import static java.util.stream.Collectors.toMap;

import dev.afterglow.message.MessageKey;
import dev.afterglow.message.Outcome;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Outcome.Status;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.Touchpoint.Need;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.message.Touchpoints;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Says at the end of a journey what became of the touchpoints it passed by: those the drawing led around, and those that
 * still waited when the order was cancelled. Whoever asks why she did not get one finds an answer.
 */
@Component
public class PassedTouchpoints {

    /** Those of the journey itself; a branch's messages carry the number of what they are about. */
    private static final long ONLY = 0;

    private final Dossiers dossiers;
    private final DrawnTouchpoints drawn;
    private final JourneyCalendar calendar;
    private final Touchpoints touchpoints;
    private final TouchpointRecords records;
    private final Clock clock;

    PassedTouchpoints(
            Dossiers dossiers,
            DrawnTouchpoints drawn,
            JourneyCalendar calendar,
            Touchpoints touchpoints,
            TouchpointRecords records,
            Clock clock) {
        this.dossiers = dossiers;
        this.drawn = drawn;
        this.calendar = calendar;
        this.touchpoints = touchpoints;
        this.records = records;
        this.clock = clock;
    }

    /** Gives each an outcome, in keeping with the journey's. */
    public void settle(DelegateExecution execution, String journeyOutcome) {
        var dossier = dossiers.of(execution);
        var order = dossier.order().id().value();
        var known = known(order);
        for (var planned : drawn.of(execution.getProcessDefinitionId())) {
            if (!calendar.day(dossier, planned.day()).isAfter(clock.instant())) {
                known.putIfAbsent(planned.touchpoint(), Status.HELD);
            }
        }
        known.forEach((key, status) -> {
            if (!status.isFinal()) {
                var touchpoint = touchpoints.byKey(key);
                records.keep(
                        new MessageKey(order, key, ONLY),
                        touchpoint.purpose(),
                        outcome(touchpoint, status, journeyOutcome),
                        null);
            }
        });
    }

    private Map<String, Status> known(long order) {
        return records.of(order).stream()
                .filter(record -> record.occurrence() == ONLY)
                .collect(toMap(
                        TouchpointRecord::touchpoint,
                        record -> record.outcome().status(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    static Outcome outcome(Touchpoint touchpoint, Status status, String journeyOutcome) {
        if (status == Status.SENDING) {
            // It may be at the mail server by now; whoever is sending it corrects this.
            return Outcome.uncertain();
        }
        return Outcome.skipped(
                switch (journeyOutcome) {
                    case "CANCELLED" -> Reason.CANCELLED;
                    case "BOUGHT_AGAIN" -> needsDelivery(touchpoint) ? Reason.NOT_DELIVERED : Reason.BOUGHT_AGAIN;
                    default -> needsDelivery(touchpoint) ? Reason.NOT_DELIVERED : Reason.PASSED_BY;
                });
    }

    private static boolean needsDelivery(Touchpoint touchpoint) {
        return touchpoint.needs().contains(Need.DELIVERY);
    }
}

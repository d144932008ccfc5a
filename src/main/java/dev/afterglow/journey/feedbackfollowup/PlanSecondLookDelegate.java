package dev.afterglow.journey.feedbackfollowup;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.afterglow.journey.touchpoint.Dossiers;
import dev.afterglow.journey.touchpoint.JourneyCalendar;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans when she is asked again: a week from now, at an hour in which we write. */
@Component("planSecondLook")
class PlanSecondLookDelegate implements JavaDelegate {

    private final Dossiers dossiers;
    private final JourneyCalendar calendar;
    private final Clock clock;

    PlanSecondLookDelegate(Dossiers dossiers, JourneyCalendar calendar, Clock clock) {
        this.dossiers = dossiers;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var dossier = dossiers.of(execution);

        var today = clock.instant().atZone(dossier.zone()).toLocalDate();
        var day = (int) DAYS.between(dossier.placedOn(), today.plusWeeks(1));

        FeedbackFollowUpVariables.SECOND_LOOK_AT.on(execution, Date.from(calendar.day(dossier, day)));
    }
}

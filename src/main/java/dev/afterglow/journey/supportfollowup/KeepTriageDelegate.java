package dev.afterglow.journey.supportfollowup;

import dev.afterglow.journey.touchpoint.JourneyCalendar;
import dev.afterglow.support.CaseWork;
import dev.afterglow.support.Triage;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps who takes care of a case, and how soon. */
@Component("keepTriage")
class KeepTriageDelegate implements JavaDelegate {

    private final CaseWork work;
    private final JourneyCalendar calendar;

    KeepTriageDelegate(CaseWork work, JourneyCalendar calendar) {
        this.work = work;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var decided = (Map<?, ?>) execution.getVariable("triage");
        var triage = new Triage(
                String.valueOf(decided.get("team")), number(decided, "priority"), number(decided, "dueHours"));

        var due = calendar.businessHours(execution, triage.dueHours()).toInstant();
        work.triage(SupportFollowUpVariables.caseOf(execution), triage, due);

        execution.removeVariable("triage");
        SupportFollowUpVariables.TEAM.on(execution, triage.team());
        SupportFollowUpVariables.PRIORITY.on(execution, triage.priority());
        SupportFollowUpVariables.DUE_HOURS.on(execution, triage.dueHours());
    }

    private static int number(Map<?, ?> decided, String column) {
        if (decided.get(column) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("The decision \"Support triage\" gives no number in its column " + column);
    }
}

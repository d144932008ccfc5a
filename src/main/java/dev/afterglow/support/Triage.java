package dev.afterglow.support;

/**
 * Who takes care of a case, and how soon.
 *
 * @param team the group that finds it in its list
 * @param priority from 0 to 100
 * @param dueHours business hours until a person has answered
 */
public record Triage(String team, int priority, int dueHours) {

    public Triage {
        if (priority < 0 || priority > 100 || dueHours <= 0 || team.isBlank()) {
            throw new IllegalArgumentException(
                    "The triage decision must name a group, a priority from 0 to 100 and hours" + " above 0; it gave '"
                            + team + "', " + priority + " and " + dueHours);
        }
    }
}

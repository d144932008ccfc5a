package dev.afterglow.journey.tasks;

import dev.afterglow.journey.engine.JourneyVariable;

/** What every task tells the step behind it. */
public final class TaskVariables {

    /** Who did it: the person logged in, else the one it was assigned to; gone when the engine next waits. */
    public static final JourneyVariable<String> DONE_BY = JourneyVariable.word("doneBy");

    private TaskVariables() {}
}

package dev.afterglow.journey.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form of one task shows and asks, by the keys of its fields. Both live and die with the task: they describe
 * people, and the engine keeps ids and answers of gateways only. Tasks are completed by their form
 * ({@code FormService.submitTaskForm}), as Tasklist does.
 */
public final class TaskSheet {

    private final Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> asked = new LinkedHashMap<>();

    private TaskSheet() {}

    /** A sheet that tells why this task is here; the form shows it as {@code why}. */
    public static TaskSheet because(String why) {
        return new TaskSheet().shows("why", why);
    }

    /** Something to read. */
    public TaskSheet shows(String key, @Nullable Object fact) {
        shown.put(key, fact);
        return this;
    }

    /**
     * Something to fill in, with what stands there at first. Exactly these reach the step behind the task, as variables
     * that are gone when the engine next waits; that step records them in its module and must not be asynchronous. No
     * process variable may have the same name.
     */
    public TaskSheet asks(String key, @Nullable Object suggestion) {
        asked.put(key, suggestion);
        return this;
    }

    Map<String, @Nullable Object> shown() {
        return Collections.unmodifiableMap(shown);
    }

    Map<String, @Nullable Object> asked() {
        return Collections.unmodifiableMap(asked);
    }
}

package dev.afterglow.journey.returnhandling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Reads what a person filled in, and who she is. */
final class Answers {

    private static final String NOBODY = "system";

    private Answers() {}

    /** What stands in a field, or nothing when it is blank. */
    static @Nullable String field(DelegateExecution execution, String key) {
        var value = execution.getVariable(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** Who completed the task behind this step. */
    static String person(DelegateExecution execution) {
        var person = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return person == null || person.getUserId() == null ? NOBODY : person.getUserId();
    }
}

package dev.afterglow.journey.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type; only ids and the answers gateways ask for are kept in the engine.
 *
 * @param name as the drawing spells it
 */
public record JourneyVariable<T>(String name, Class<T> type) {

    /** A yes-or-no answer. */
    public static JourneyVariable<Boolean> flag(String name) {
        return new JourneyVariable<>(name, Boolean.class);
    }

    /** An id or a word of a fixed list. */
    public static JourneyVariable<String> word(String name) {
        return new JourneyVariable<>(name, String.class);
    }

    /** A whole number that a due date or a priority needs. */
    public static JourneyVariable<Integer> number(String name) {
        return new JourneyVariable<>(name, Integer.class);
    }

    /** Its value, or nothing when it was never set. */
    public Optional<T> in(VariableScope scope) {
        return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    /** Sets it. */
    public void on(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** As the only variable of a new instance or message. */
    public Map<String, Object> with(T value) {
        return Map.of(name, value);
    }
}

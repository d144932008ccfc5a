package dev.afterglow.journey.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * FEEL that remembers what a cell says of a value. The engine behind it lays out all functions of the language for each
 * cell anew, which was half of what a touchpoint cost. Only cells that look at nothing but their own input are
 * remembered; all others are asked every time.
 */
final class RememberedFeel implements FeelEngine {

    private static final int MOST_ANSWERS = 20_000;

    /** A variable's name, and none of the words that mean something by themselves. */
    private static final Pattern NAME = Pattern.compile("(?!(?:true|false|null|not)\\b)[A-Za-z_]\\w*");

    private static final String CONSTANT = "\"[^\"\\\\]*\"|-?\\d+(?:\\.\\d+)?|\\b(?:true|false)\\b";
    private static final Pattern ALONE = Pattern.compile(CONSTANT);

    /** Such as {@code not("VIP")}, {@code "AUTUMN", "WINTER"}, {@code [7..8]} and {@code >= 300}. */
    private static final Pattern OF_ITS_INPUT =
            Pattern.compile("(?:\\s|" + CONSTANT + "|\\b(?:not|null)\\b|[<>]=?|\\.\\.|[\\[\\](),])+");

    private final FeelEngine feel;
    private final Map<Asked, Boolean> answers = new ConcurrentHashMap<>();
    private final Map<String, Object> constants = new ConcurrentHashMap<>();

    RememberedFeel(FeelEngine feel) {
        this.feel = feel;
    }

    private record Asked(String cell, Optional<Object> input) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        var text = expression.strip();
        if (NAME.matcher(text).matches() && variables.containsVariable(text)) {
            return (T) variables.resolve(text).getValue();
        }
        if (ALONE.matcher(text).matches()) {
            return (T) constants.computeIfAbsent(
                    text, constant -> feel.<Object>evaluateSimpleExpression(constant, variables));
        }
        return feel.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        var value = variables.containsVariable(input) ? variables.resolve(input).getValue() : null;
        var asked = new Asked(cell, Optional.ofNullable(value));
        var known = answers.get(asked);
        if (known != null) {
            return known;
        }
        var answer = feel.evaluateSimpleUnaryTests(cell, input, variables);
        if (isPlain(value) && OF_ITS_INPUT.matcher(cell).matches()) {
            remember(asked, answer);
        }
        return answer;
    }

    private void remember(Asked asked, boolean answer) {
        if (answers.size() > MOST_ANSWERS) {
            answers.clear();
        }
        answers.put(asked, answer);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}

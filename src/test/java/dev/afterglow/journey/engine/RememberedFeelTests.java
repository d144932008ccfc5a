package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered is what FEEL says. */
class RememberedFeelTests {

    private static final List<Object> VALUES = Arrays.asList(
            "VIP", "", "not", true, false, 0, 7, 8L, 9.5, new BigDecimal("299.99"), new BigDecimal("300"), -1, null);

    private final Counted feel = new Counted();
    private final RememberedFeel remembered = new RememberedFeel(feel);

    static Stream<String> cells() {
        return Stream.of(
                "\"VIP\"",
                "not(\"VIP\")",
                "\"VIP\", \"not\"",
                "true",
                "false",
                "null",
                "not(null)",
                "7",
                "-1",
                ">= 300",
                "< 300",
                "[7..8]",
                "]7..8]",
                "(7..9.5)",
                "<= 7, >= 300",
                "not(7, 8)");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersAsFeelDoesAndAsksItOnce(String cell) {
        for (var value : VALUES) {
            var expected = feel.evaluateSimpleUnaryTests(cell, "cellInput", of(value));
            var first = remembered.evaluateSimpleUnaryTests(cell, "cellInput", of(value));
            var asked = feel.asked.size();

            assertThat(List.of(first, remembered.evaluateSimpleUnaryTests(cell, "cellInput", of(value))))
                    .as("%s of %s", cell, value)
                    .containsOnly(expected);
            assertThat(feel.asked).hasSize(asked);
        }
    }

    @Test
    void asksAgainWhatLooksAtMoreThanItsInput() {
        var cell = "> least";

        assertThat(remembered.evaluateSimpleUnaryTests(cell, "cellInput", with("least", 3)))
                .isTrue();
        assertThat(remembered.evaluateSimpleUnaryTests(cell, "cellInput", with("least", 8)))
                .isFalse();
    }

    @Test
    void readsAVariableByItsNameAndAConstantAsItStands() {
        assertThat(remembered.<Object>evaluateSimpleExpression("least", with("least", 3)))
                .isEqualTo(3);
        assertThat(remembered.<Object>evaluateSimpleExpression("least + 1", with("least", 3)))
                .isEqualTo(4L);
        assertThat(remembered.<Object>evaluateSimpleExpression("\"least\"", with("least", 3)))
                .isEqualTo("least");
        assertThat(remembered.<Object>evaluateSimpleExpression("\"least\"", with("least", 3)))
                .isEqualTo("least");
        assertThat(remembered.<Object>evaluateSimpleExpression("null", with("least", 3)))
                .isNull();
        assertThat(feel.asked).containsOnlyOnce("\"least\"");
    }

    private static VariableContext of(Object value) {
        return Variables.createVariables().putValue("cellInput", value).asVariableContext();
    }

    private static VariableContext with(String name, int value) {
        VariableMap variables = Variables.createVariables().putValue("cellInput", 5);
        return variables.putValue(name, value).asVariableContext();
    }

    /** The engine's own FEEL, and what it was asked. */
    private static final class Counted implements FeelEngine {

        private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
        private final List<String> asked = new ArrayList<>();

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            asked.add(expression);
            return feel.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
            asked.add(cell);
            return feel.evaluateSimpleUnaryTests(cell, input, variables);
        }
    }
}

package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class GuardedExpressionsTests {

    private final JavaDelegate delegate = execution -> {};
    private JuelExpressionManager expressions;
    private VariableContext variables;

    /** A calendar as a drawing sees it. */
    public static class FixedCalendar {

        /** Twice the day. */
        public long day(Object execution, long day) {
            return day * 2;
        }
    }

    @BeforeEach
    void manyTemptations() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("recordOutcome", delegate);
        beans.registerSingleton("calendar", new FixedCalendar());
        beans.registerSingleton("dataSource", new Object());
        expressions = new GuardedExpressions(new DrawableBeans(beans));
        variables = Variables.createVariables()
                .putValue("name", "Ada")
                .putValue("delivered", true)
                .putValue("score", 5)
                .putValue("execution", "stands in")
                .putValue("list", List.of("a"))
                .putValue("map", Map.of("a", "b"))
                .putValue("loader", getClass().getClassLoader())
                .putValue("type", Runtime.class)
                .putValue("runtime", Runtime.getRuntime())
                .putValue("builder", new ProcessBuilder("true"))
                .putValue("thread", Thread.currentThread())
                .putValue("method", Object.class.getMethods()[0])
                .asVariableContext();
    }

    private Object evaluate(String expression) {
        return expressions.createValueExpression(expression).getValue(expressions.createElContext(variables));
    }

    @Test
    void variablesAreReadAndCompared() {
        assertThat(evaluate("${delivered}")).isEqualTo(true);
        assertThat(evaluate("${!delivered}")).isEqualTo(false);
        assertThat(evaluate("${score <= 6 && name == 'Ada'}")).isEqualTo(true);
    }

    @Test
    void theCalendarIsAskedAndDelegatesAreFound() {
        assertThat(evaluate("${calendar.day(execution, 10)}")).isEqualTo(20L);
        assertThat(evaluate("${recordOutcome}")).isSameAs(delegate);
    }

    @Test
    void aVariableCannotTakeADelegatesPlace() {
        variables =
                Variables.createVariables().putValue("recordOutcome", "mine").asVariableContext();

        assertThat(evaluate("${recordOutcome}")).isSameAs(delegate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${\"\".class}",
                "${''['class']}",
                "${name.getClass()}",
                "${name['getClass']()}",
                "${name.class.classLoader}",
                "${loader.loadClass('java.lang.Runtime')}",
                "${type.getRuntime()}",
                "${type.forName('java.lang.Runtime')}",
                "${runtime.exec('true')}",
                "${builder.start()}",
                "${thread.contextClassLoader}",
                "${method.invoke(name)}",
                "${calendar.getClass()}",
                "${calendar.class}",
                "${calendar.wait(1)}",
                "${calendar.notifyAll()}",
                "${recordOutcome.execute(null)}",
                "${recordOutcome.class}",
                "${execution.processEngine}",
                "${list.get(0)}",
                "${list[0]}",
                "${map.a}",
                "${dataSource}",
                "${dataSource.connection}",
                "${name.toUpperCase()}",
                "${(name).bytes}",
                "#{''.getClass()}"
            })
    void nothingLooksInsideAValue(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ELException.class);
    }
}

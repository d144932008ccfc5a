package dev.afterglow.journey.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * The first to be asked when an expression is evaluated, wherever it came from. An expression may name a variable or a
 * delegate and ask the calendar; everything that looks inside a value is refused, for that way leads to
 * {@code "".getClass()} and from there to the whole machine.
 */
class ExpressionGuard extends ELResolver {

    private static final Set<String> EVERY_OBJECT_HAS =
            Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    private final DrawableBeans beans;

    ExpressionGuard(DrawableBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        refuseToLookInside(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base != beans.calendar() || EVERY_OBJECT_HAS.contains(String.valueOf(method))) {
            throw refusal(method);
        }
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        refuseToLookInside(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        refuseToLookInside(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        refuseToLookInside(base, property);
        return false;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    private static void refuseToLookInside(@Nullable Object base, @Nullable Object property) {
        if (base != null) {
            throw refusal(property);
        }
    }

    private static ELException refusal(@Nullable Object what) {
        return new ELException("\"" + what + "\" is refused: an expression may name a variable or a delegate, compare"
                + " it, and ask the calendar; it may not look inside a value.");
    }
}

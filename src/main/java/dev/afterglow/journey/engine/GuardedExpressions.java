package dev.afterglow.journey.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Evaluates expressions behind the {@link ExpressionGuard}. Beans come before variables: a variable that bears a
 * delegate's name must not take its place.
 */
class GuardedExpressions extends JuelExpressionManager {

    private final DrawableBeans drawable;

    GuardedExpressions(DrawableBeans drawable) {
        super(drawable);
        this.drawable = drawable;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new ExpressionGuard(drawable));
        resolvers.add(new ReadOnlyMapELResolver(drawable));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new BeanELResolver());
        return resolvers;
    }
}

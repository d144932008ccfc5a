package dev.afterglow.journey.access;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;

/** Stands in for the parcel search, which is drawn but not written in every state of the code. */
@TestComponent
class DrawnAhead implements BeanDefinitionRegistryPostProcessor, Ordered {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (!registry.containsBeanDefinition("openParcelSearch")) {
            registry.registerBeanDefinition(
                    "openParcelSearch", new RootBeanDefinition(JavaDelegate.class, () -> execution -> {}));
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        // Nothing to change there.
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

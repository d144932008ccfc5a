package dev.afterglow.demo;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Points the shop's mail settings at the catcher, whatever they said: a demo writes to nobody else. It does so when the
 * settings exist, because the catcher's port is known only once it listens.
 */
@Component
@Profile("demo")
class MailCatcherAddress implements BeanPostProcessor {

    private final ObjectProvider<MailCatcher> catcher;

    MailCatcherAddress(ObjectProvider<MailCatcher> catcher) {
        this.catcher = catcher;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MailProperties mail) {
            mail.setHost(catcher.getObject().host());
            mail.setPort(catcher.getObject().port());
            mail.setUsername(null);
            mail.setPassword(null);
        }
        return bean;
    }
}

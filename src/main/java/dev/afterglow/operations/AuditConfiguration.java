package dev.afterglow.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the audit of changes behind the login, where it is known who asks, and before everything that answers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AuditConfiguration {

    private static final int AFTER_SPRING_SECURITY = 50;

    @Bean
    FilterRegistrationBean<AuditedChanges> auditedChanges(AuditTrail trail) {
        var filter = new FilterRegistrationBean<>(new AuditedChanges(trail));
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }
}

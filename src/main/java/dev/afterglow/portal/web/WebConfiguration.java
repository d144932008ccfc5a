package dev.afterglow.portal.web;

import dev.afterglow.portal.PortalSettings;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a page ask for its {@link Visit}, and nobody ask for too many. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Visits visits;

    WebConfiguration(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    /** Before anything else: turning away should cost nothing. */
    @Bean
    @ConditionalOnWebApplication
    static FilterRegistrationBean<CallerLimit> callerLimit(PortalSettings settings) {
        var filter = new FilterRegistrationBean<>(new CallerLimit(settings));
        filter.addUrlPatterns("/o/*", "/a/*", "/r/*", "/p/*", "/u/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}

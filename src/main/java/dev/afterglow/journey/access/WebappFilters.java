package dev.afterglow.journey.access;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between a logged-in browser and the engine's web applications; all of it after Spring Security. */
@Configuration(proxyBeanMethods = false)
class WebappFilters {

    private static final int AFTER_SPRING_SECURITY = 100;

    @Bean
    FilterRegistrationBean<WebappLogin> webappLogin() {
        var filter = new FilterRegistrationBean<>(new WebappLogin());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SPRING_SECURITY + 1);
        return filter;
    }
}

package dev.afterglow.journey.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands between a browser and the engine's web applications. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebappFilters {

    private static final int DIRECTLY_AFTER_SPRING_SECURITY = 10;
    private static final int AFTER_SPRING_SECURITY = 100;

    /**
     * Closed to everybody, before anything else is asked: behind it anyone could become an administrator whenever that
     * group is empty (CVE-2026-77226).
     */
    @Bean
    FilterRegistrationBean<Filter> noSetup() {
        Filter closed = (request, response, chain) ->
                ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        var filter = new FilterRegistrationBean<>(closed);
        filter.addUrlPatterns("/camunda/api/admin/setup/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<StillMember> stillMember(IdentityService identities, Clock clock) {
        var filter = new FilterRegistrationBean<>(new StillMember(identities, clock));
        filter.setOrder(DIRECTLY_AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineApiGuard> engineApiGuard() {
        var filter = new FilterRegistrationBean<>(new EngineApiGuard());
        filter.addUrlPatterns("/camunda/api/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> timedFilters(SharedFilters filters) {
        Filter upToDate = (request, response, chain) -> {
            filters.followTheClock();
            chain.doFilter(request, response);
        };
        var filter = new FilterRegistrationBean<>(upToDate);
        filter.addUrlPatterns("/camunda/api/engine/engine/default/filter/*");
        filter.setOrder(AFTER_SPRING_SECURITY + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebappLogin> webappLogin() {
        var filter = new FilterRegistrationBean<>(new WebappLogin());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SPRING_SECURITY + 2);
        return filter;
    }
}

package dev.afterglow.intake.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.Heartbeats;
import dev.afterglow.intake.IntakeSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the key check in front of everything under {@code /api}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiConfiguration {

    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(
            IntakeSettings settings, Heartbeats heartbeats, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new ApiKeyFilter(settings, heartbeats, json));
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}

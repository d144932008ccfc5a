package dev.afterglow.demo.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the drawings of the shop's products. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class Pictures implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/demo/images/**")
                .addResourceLocations("classpath:/demo/images/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}

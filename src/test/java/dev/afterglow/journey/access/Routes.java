package dev.afterglow.journey.access;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of the running application, asked of its routers: controllers, actuator, files and servlets. */
final class Routes {

    private Routes() {}

    /** Each as a method, a space and a pattern. */
    static Set<String> of(ApplicationContext context) {
        var routes = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(router -> router.getHandlerMethods().keySet().stream())
                .flatMap(Routes::lines)
                .forEach(routes::add);
        context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(router -> router.getHandlerMap().keySet().stream())
                .forEach(pattern -> routes.add("GET " + pattern));
        context.getBean(ServletContext.class).getServletRegistrations().values().stream()
                .map(jakarta.servlet.ServletRegistration::getMappings)
                .flatMap(Collection::stream)
                .forEach(pattern -> routes.add("GET " + pattern));
        return routes;
    }

    private static Stream<String> lines(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        return route.getPatternValues().stream()
                .map(pattern -> pattern.startsWith("${") ? "/error" : pattern)
                .flatMap(pattern -> (methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream())
                        .map(method -> method + " " + pattern));
    }
}

package dev.afterglow.operations;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Switches of the libraries beneath us that would open a door we keep shut. */
final class UnsafeSettings {

    private static final Set<String> SHOWN_TO_NOBODY = Set.of(
            "*",
            "beans",
            "conditions",
            "configprops",
            "env",
            "heapdump",
            "httpexchanges",
            "logfile",
            "loggers",
            "mappings",
            "shutdown",
            "threaddump");

    private static final List<Switch> SWITCHES = List.of(
            new Switch("camunda.bpm.authorization.enabled", "false", "everybody who logs in could do everything"),
            new Switch("camunda.bpm.admin-user.id", "", "an administrator with a password in the settings"),
            new Switch("camunda.bpm.run.auth.enabled", "false", "nobody would have to log in"),
            new Switch("spring.h2.console.enabled", "true", "the whole database in a browser"),
            new Switch("server.servlet.session.cookie.http-only", "false", "a script could take a session"),
            new Switch("server.error.include-stacktrace", "always", "error pages would show our insides"),
            new Switch("server.error.include-message", "always", "error pages would show what failed inside"),
            new Switch("management.endpoint.health.show-details", "always", "strangers would see what we run on"));

    private UnsafeSettings() {}

    /** @param value what is unsafe; when empty, anything */
    private record Switch(String key, String value, String consequence) {

        boolean isThrown(ConfigurableEnvironment environment) {
            var set = environment.getProperty(key, "").strip();
            return value.isEmpty() ? !set.isEmpty() : set.equalsIgnoreCase(value);
        }
    }

    static Stream<String> objections(ConfigurableEnvironment environment) {
        var switches = SWITCHES.stream()
                .filter(it -> it.isThrown(environment))
                .map(it -> it.key() + " is set to " + (it.value().isEmpty() ? "something" : it.value()) + ": "
                        + it.consequence() + ". Remove it.");
        var shown = Binder.get(environment)
                .bind("management.endpoints.web.exposure.include", Bindable.listOf(String.class))
                .orElse(List.of())
                .stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(SHOWN_TO_NOBODY::contains)
                .sorted()
                .toList();
        return Stream.concat(
                switches,
                shown.isEmpty()
                        ? Stream.of()
                        : Stream.of("management.endpoints.web.exposure.include shows " + String.join(", ", shown)
                                + ": settings and memory with secrets in them. Leave it at health, info, prometheus."));
    }
}

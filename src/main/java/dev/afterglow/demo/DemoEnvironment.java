package dev.afterglow.demo;

import dev.afterglow.intake.ApiKey;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Makes up the demo's secrets before anything is configured, and gives them to those who check them: the API and the
 * three kinds of webhooks.
 */
class DemoEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final List<String> SIGNED_SOURCES = List.of("shopify", "woocommerce", "aftership");

    private final SecureRandom random = new SecureRandom();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        var password = given(environment, "afterglow.demo.password", 14);
        var apiKey = given(environment, "afterglow.demo.api-key", 24);
        var webhookSecret = given(environment, "afterglow.demo.webhook-secret", 24);
        var sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource(
                "demo secrets",
                Map.of(
                        "afterglow.demo.password", password,
                        "afterglow.demo.api-key", apiKey,
                        "afterglow.demo.webhook-secret", webhookSecret)));
        sources.addLast(new MapPropertySource("demo defaults", defaults(apiKey, webhookSecret)));
    }

    private static Map<String, Object> defaults(String apiKey, String webhookSecret) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("afterglow.intake.api-keys[0].name", "demo");
        settings.put("afterglow.intake.api-keys[0].hash", ApiKey.hashed(apiKey));
        settings.put(
                "afterglow.intake.api-keys[0].scopes", "orders:write, orders:read, customers:write, imports:write");
        SIGNED_SOURCES.forEach(source -> settings.put("afterglow.intake." + source + ".secrets[0]", webhookSecret));
        settings.put("afterglow.access.first-administrator", "false"); // the demo brings its own
        settings.put("spring.mvc.servlet.load-on-startup", "1"); // so that the box ends the log
        return settings;
    }

    /** Directly after the configuration files were read, so that theirs are known. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    private String given(ConfigurableEnvironment environment, String key, int length) {
        var given = environment.getProperty(key);
        return given == null || given.isBlank() ? madeUp(length) : given;
    }

    /** Letters and digits that are not mistaken for one another when typed from the log. */
    private String madeUp(int length) {
        var text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(letter -> text.append(LETTERS.charAt(letter)));
        return text.toString();
    }
}

package dev.afterglow.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Refuses to start in production with anything of the demo left in, and says everything that is missing at once. */
class ProductionReadiness implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> WELL_KNOWN =
            Set.of("demo", "secret", "changeme", "change-me", "password", "test", "afterglow", "admin");
    private static final List<String> SECRETS = List.of(
            "afterglow.intake.api-keys",
            "afterglow.intake.shopify.secrets",
            "afterglow.intake.woocommerce.secrets",
            "afterglow.intake.aftership.secrets");
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("afterglow.shop.name", "the shop's name as customers know it"),
            Map.entry("afterglow.shop.url", "the shop's front door"),
            Map.entry("afterglow.shop.public-url", "where customers reach this installation"),
            Map.entry("afterglow.shop.support-email", "a mailbox people read; replies go there"),
            Map.entry("afterglow.shop.postal-address", "the legal sender, printed under every mail"),
            Map.entry("afterglow.message.from", "the sender of order and shipping messages"),
            Map.entry("afterglow.message.relational-from", "the sender of everything else"),
            Map.entry("spring.mail.host", "the mail server that sends them"));

    private static final Map<String, String> KEYS = Map.of(
            "afterglow.message.id-key",
            "a secret that message ids are derived from, the same on every node, never changed",
            "afterglow.links.keys",
            "what customers' links are signed with, such as k1:<secret>",
            "afterglow.customer.suppression-key",
            "a secret that suppressed addresses are kept under, never changed");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            var objections = objections(environment);
            if (!objections.isEmpty()) {
                throw new NotReadyForProductionException(objections);
            }
        }
    }

    private static List<String> objections(ConfigurableEnvironment environment) {
        var objections = new ArrayList<String>();
        NEEDED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(needed -> isBlank(environment.getProperty(needed.getKey())))
                .forEach(needed -> objections.add(needed.getKey() + " is missing: " + needed.getValue() + "."));
        objections.addAll(demoLeftIn(environment));
        objections.addAll(secrets(environment));
        return objections;
    }

    private static List<String> demoLeftIn(ConfigurableEnvironment environment) {
        var objections = new ArrayList<String>();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            objections.add("The profile demo is active beside prod: remove it.");
        }
        Binder.get(environment)
                .bind("afterglow.demo", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .keySet()
                .forEach(
                        key -> objections.add("afterglow.demo." + key + " is set: it belongs to the demo, remove it."));
        if (environment.getProperty("afterglow.journey.movable-clock", Boolean.class, false)) {
            objections.add("afterglow.journey.movable-clock is on: time can be moved in the demo only, remove it.");
        }
        if (environment.getProperty("afterglow.channels.webhook.url", "").startsWith("http:")) {
            objections.add("afterglow.channels.webhook.url begins with http: messages name people, use https.");
        }
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:mem:")) {
            objections.add("spring.datasource.url names a database in memory, which forgets every order at a restart:"
                    + " name a PostgreSQL database, such as jdbc:postgresql://db/afterglow.");
        }
        return objections;
    }

    private static List<String> secrets(ConfigurableEnvironment environment) {
        var objections = new ArrayList<String>();
        KEYS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(key -> {
            var value = environment.getProperty(key.getKey(), environment.getProperty(key.getKey() + "[0]", ""));
            if (value.isBlank()) {
                objections.add(key.getKey() + " is missing: " + key.getValue() + ".");
            } else if (isWeak(value)) {
                objections.add(weak(key.getKey()));
            }
        });
        var binder = Binder.get(environment);
        var given = SECRETS.stream().flatMap(key -> secrets(binder, key)).toList();
        if (given.isEmpty()) {
            objections.add("No order can come in: set at least one of " + String.join(", ", SECRETS) + ".");
        }
        SECRETS.stream()
                .filter(key -> secrets(binder, key).anyMatch(ProductionReadiness::isWeak))
                .forEach(key -> objections.add(weak(key)));
        return objections;
    }

    private static Stream<String> secrets(Binder binder, String key) {
        return binder.bind(key, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .filter(secret -> !secret.isBlank());
    }

    private static String weak(String key) {
        return key + " is too easy to guess: use at least " + SHORTEST_SECRET
                + " random characters, such as those of 'openssl rand -hex 24'.";
    }

    private static boolean isWeak(String secret) {
        var lowerCase = secret.toLowerCase(Locale.ROOT);
        return secret.length() < SHORTEST_SECRET || WELL_KNOWN.stream().anyMatch(lowerCase::startsWith);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

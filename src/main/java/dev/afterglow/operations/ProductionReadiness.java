package dev.afterglow.operations;

import dev.afterglow.intake.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Refuses to start in production with anything of the demo left in, and says everything that is missing at once. */
class ProductionReadiness implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> WELL_KNOWN =
            Set.of("demo", "secret", "changeme", "change-me", "password", "test", "afterglow", "admin");
    private static final String API_KEYS = "afterglow.intake.api-keys";
    private static final List<String> SECRETS = List.of(
            "afterglow.intake.shopify.secrets",
            "afterglow.intake.woocommerce.secrets",
            "afterglow.intake.aftership.secrets");
    private static final List<String> OTHER_SECRETS =
            List.of("afterglow.intake.mail-events.secrets", "afterglow.links.keys");
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
        objections.addAll(strangers(environment));
        UnsafeSettings.objections(environment).forEach(objections::add);
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
        if (!isBlank(environment.getProperty(API_KEYS, environment.getProperty(API_KEYS + "[0]")))) {
            objections.add(API_KEYS + " holds a key itself: give each a name, scopes and its hash, such as that of"
                    + " 'printf %s KEY | sha256sum'.");
            return objections;
        }
        var hashes = hashes(binder);
        if (hashes.isEmpty()
                && SECRETS.stream().allMatch(key -> secrets(binder, key).isEmpty())) {
            objections.add(
                    "No order can come in: set at least one of " + API_KEYS + ", " + String.join(", ", SECRETS) + ".");
        } else if (WELL_KNOWN.stream().map(ApiKey::hashed).anyMatch(hashes::contains)) {
            objections.add(weak(API_KEYS));
        }
        Stream.concat(SECRETS.stream(), OTHER_SECRETS.stream())
                .filter(key -> secrets(binder, key).stream().anyMatch(ProductionReadiness::isWeak))
                .map(ProductionReadiness::weak)
                .filter(objection -> !objections.contains(objection))
                .forEach(objections::add);
        return objections;
    }

    /** A provider knows a whole company; who of it belongs here must be said. */
    private static List<String> strangers(ConfigurableEnvironment environment) {
        var binder = Binder.get(environment);
        var texts = Bindable.mapOf(String.class, String.class);
        var isOutside =
                binder.bind("spring.security.oauth2.client.registration", texts).isBound();
        return isOutside && !binder.bind("afterglow.access.oidc.groups", texts).isBound()
                ? List.of("People of an OpenID provider are let into nothing: name under afterglow.access.oidc.groups"
                        + " which of its groups open which of ours.")
                : List.of();
    }

    record Key(@DefaultValue("") String hash) {}

    private static List<String> hashes(Binder binder) {
        return binder.bind(API_KEYS, Bindable.listOf(Key.class)).orElse(List.of()).stream()
                .map(Key::hash)
                .filter(hash -> !hash.isBlank())
                .toList();
    }

    private static List<String> secrets(Binder binder, String key) {
        return binder.bind(key, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    private static String weak(String key) {
        return key + " is too easy to guess: use at least " + SHORTEST_SECRET
                + " random characters, such as those of 'openssl rand -hex 24'.";
    }

    private static boolean isWeak(String secret) {
        // A link's key carries its id in front.
        var itself = secret.substring(secret.indexOf(':') + 1);
        return itself.length() < SHORTEST_SECRET || isWellKnown(itself) || isWellKnown(secret);
    }

    private static boolean isWellKnown(String secret) {
        return WELL_KNOWN.stream().anyMatch(secret.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

package dev.afterglow.message;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.afterglow.customer.Channel;
import dev.afterglow.customer.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** One folder under {@code messages/}: reads its {@code message.yaml} and looks whether its files are there. */
class TouchpointFolder {

    private static final Set<String> SETTINGS =
            Set.of("purpose", "objective", "format", "valid-for", "needs", "at-most-once", "channel", "fallback");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Resource description;
    private final String key;

    TouchpointFolder(Resource description) throws IOException {
        this.description = description;
        var path = description.getURL().getPath().split("/");
        this.key = path[path.length - 2];
    }

    Touchpoint touchpoint() throws IOException {
        var settings = settings();
        var touchpoint = new Touchpoint(
                key,
                choice(Purpose.class, settings, "purpose"),
                choice(Objective.class, settings, "objective"),
                choice(Format.class, settings, "format"),
                validFor(settings),
                needs(settings),
                atMostOnce(settings),
                choice(Channel.class, "channel", settings.getOrDefault("channel", "mail")),
                fallback(settings));
        checkChannels(touchpoint);
        checkFiles(touchpoint);
        return touchpoint;
    }

    /** The sentence its {@code message.yaml} begins with: what the message is for. */
    String words() throws IOException {
        return description
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .limit(1)
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining());
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings;
        try (var yaml = description.getInputStream()) {
            settings = YAML.readValue(yaml, new TypeReference<>() {});
        } catch (JacksonException e) {
            throw wrong("is not a list of 'name: value' lines: " + e.getOriginalMessage());
        }
        for (var name : settings.keySet()) {
            if (!SETTINGS.contains(name)) {
                throw wrong(
                        "has an unknown line '%s'. It may say purpose, objective, format, valid-for, needs, at-most-once, channel and fallback."
                                .formatted(name));
            }
        }
        return settings;
    }

    private @Nullable Channel fallback(Map<String, String> settings) {
        var word = settings.get("fallback");
        return word == null ? null : choice(Channel.class, "fallback", word);
    }

    private void checkChannels(Touchpoint touchpoint) throws IOException {
        if (touchpoint.channel() == touchpoint.fallback()) {
            throw wrong("names the same channel and fallback. Remove the fallback or name another one.");
        }
        if (!touchpoint.channels().equals(List.of(Channel.MAIL))) {
            requireFile("short.txt");
        }
    }

    private boolean atMostOnce(Map<String, String> settings) {
        var word = settings.getOrDefault("at-most-once", "false");
        if (!Set.of("true", "false").contains(word)) {
            throw wrong("has 'at-most-once: %s'. Write true or false.".formatted(word));
        }
        return Boolean.parseBoolean(word);
    }

    private Set<Touchpoint.Need> needs(Map<String, String> settings) {
        var words = settings.get("needs");
        return Arrays.stream(words == null ? new String[0] : words.split(","))
                .map(String::strip)
                .filter(need -> !need.isEmpty())
                .map(need -> choice(Touchpoint.Need.class, "needs", need))
                .collect(Collectors.toUnmodifiableSet());
    }

    private <E extends Enum<E>> E choice(Class<E> type, Map<String, String> settings, String name) {
        return choice(type, name, settings.get(name));
    }

    private <E extends Enum<E>> E choice(Class<E> type, String name, @Nullable String word) {
        var choices = Arrays.stream(type.getEnumConstants())
                .map(TouchpointFolder::word)
                .toList();
        if (word == null || !choices.contains(word)) {
            throw wrong("%s '%s'. Write one of %s."
                    .formatted(
                            word == null ? "does not say its" : "has an unknown",
                            word == null ? name : name + ": " + word,
                            String.join(", ", choices)));
        }
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Period validFor(Map<String, String> settings) {
        var text = settings.get("valid-for");
        try {
            var period = Period.parse(text == null ? "" : text);
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        throw wrong(
                "must say how long the message is worth sending, such as 'valid-for: P2D' for two days; it says '%s'."
                        .formatted(text == null ? "nothing" : text));
    }

    private void checkFiles(Touchpoint touchpoint) throws IOException {
        requireFile("body.txt");
        requireFile("texts_en.properties");
        if (touchpoint.format() == Format.VISUAL) {
            requireFile("body.html");
        } else if (description.createRelative("body.html").exists()) {
            throw wrong(
                    "says 'format: plain-text', but the folder has a body.html. Remove it or say 'format: visual'.");
        }
    }

    private void requireFile(String name) throws IOException {
        if (!description.createRelative(name).exists()) {
            throw wrong("stands in a folder without %s. Add it.".formatted(name));
        }
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("messages/%s/message.yaml %s".formatted(key, what));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

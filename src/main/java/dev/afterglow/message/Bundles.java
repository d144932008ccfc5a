package dev.afterglow.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** The text bundles of all touchpoints, read once: a touchpoint's own texts over those of the layout. */
class Bundles {

    private static final String LAYOUT = "layout";

    private final ResourceLoader resources;
    private final Locale shop;
    private final Map<String, Words> words = new ConcurrentHashMap<>();

    Bundles(ResourceLoader resources, Locale shop) {
        this.resources = resources;
        this.shop = shop;
    }

    /** In the reader's language, else the shop's, else English; never two languages in one message. */
    Words of(Touchpoint touchpoint, Locale reader) {
        return words(touchpoint.key(), language(touchpoint.key(), reader));
    }

    private String language(String touchpoint, Locale reader) {
        var wanted = new LinkedHashSet<String>();
        wanted.add(reader.getLanguage());
        wanted.add(shop.getLanguage());
        for (var language : wanted) {
            if (resource(touchpoint, language).exists()
                    && resource(LAYOUT, language).exists()) {
                return language;
            }
        }
        return Locale.ENGLISH.getLanguage();
    }

    private Words words(String touchpoint, String language) {
        return words.computeIfAbsent(touchpoint + "/" + language, key -> {
            var texts = read(LAYOUT, language);
            texts.putAll(read(touchpoint, language));
            return new Words(
                    touchpoint,
                    language,
                    texts.entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    text -> text.getKey().toString(),
                                    text -> typeset(text.getValue().toString(), language))));
        });
    }

    /** French sets a space before high punctuation and inside guillemets at which a line never breaks. */
    private static String typeset(String text, String language) {
        return language.equals("fr") ? text.replaceAll(" (?=[:;?!»])", "\u00a0").replaceAll("(?<=«) ", "\u00a0") : text;
    }

    private Properties read(String folder, String language) {
        var texts = new Properties();
        try (var reader = new InputStreamReader(resource(folder, language).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UnfinishedMessage(
                    "The file messages/%s/texts_%s.properties cannot be read.".formatted(folder, language), e);
        }
        return texts;
    }

    private Resource resource(String folder, String language) {
        return resources.getResource("classpath:messages/%s/texts_%s.properties".formatted(folder, language));
    }
}

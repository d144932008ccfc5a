package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextBundlesTests {

    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern USED = Pattern.compile("#\\{([\\w.]+)}");

    @ParameterizedTest
    @MethodSource("folders")
    void haveTheSameKeysAndNameTheSameFactsInEveryLanguage(String folder) throws IOException {
        var english = texts(folder, "en");
        for (var language : List.of("fr", "de")) {
            var translated = texts(folder, language);
            assertThat(translated.stringPropertyNames())
                    .as("%s in %s", folder, language)
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            for (var key : english.stringPropertyNames()) {
                assertThat(named(translated.getProperty(key)))
                        .as("%s %s in %s", folder, key, language)
                        .isEqualTo(named(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void holdNoTextThatNobodyReads(String folder) throws IOException {
        var used = new TreeSet<>(Set.of("subject", "fallback"));
        for (var file : Readers.FILES.getResources("classpath:messages/*/*.*")) {
            var name = String.valueOf(file.getFilename());
            if (name.endsWith(".html") || name.endsWith(".txt")) {
                var template = file.getContentAsString(StandardCharsets.UTF_8);
                USED.matcher(template).results().forEach(use -> used.add(use.group(1)));
            }
        }
        assertThat(texts(folder, "en").stringPropertyNames())
                .allMatch(key -> used.contains(plain(folder, key)), "is used by a template");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void addressNobodyAsCustomer(String folder) throws IOException {
        for (var language : List.of("en", "fr", "de")) {
            assertThat(texts(folder, language).values().toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("dear customer", "valued customer", "cher client", "chère cliente", "lieber kunde")
                    .doesNotContain("noreply", "no-reply", "!");
        }
    }

    /** A sentence in a variant belongs to the plain one; which variants a touchpoint has, the decision says. */
    private static String plain(String folder, String key) {
        var plain = key.replace(".else", "");
        for (var variant : VariantTable.variantsOf(folder)) {
            plain = plain.endsWith("." + variant) ? plain.substring(0, plain.length() - variant.length() - 1) : plain;
        }
        return plain;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void haveWordsForEveryVariantTheDecisionChooses(String folder) throws IOException {
        var keys = texts(folder, "en").stringPropertyNames();

        for (var variant : VariantTable.variantsOf(folder)) {
            assertThat(keys)
                    .as("%s, %s", folder, variant)
                    .anyMatch(key -> key.replace(".else", "").endsWith("." + variant));
        }
    }

    static Stream<String> folders() {
        return Stream.concat(
                Stream.of("layout"),
                new Touchpoints(Readers.FILES).all().stream().map(Touchpoint::key));
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Properties texts(String folder, String language) throws IOException {
        var texts = new Properties();
        var file = Readers.FILES.getResource("classpath:messages/%s/texts_%s.properties".formatted(folder, language));
        texts.load(new StringReader(file.getContentAsString(StandardCharsets.UTF_8)));
        return texts;
    }
}

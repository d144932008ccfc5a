package dev.afterglow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTextsTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"_fr", "_de"})
    void everyLanguageSaysEverySentenceWithTheSameFacts(String language) throws IOException {
        var english = texts("");
        var other = texts(language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.stringPropertyNames().forEach(key -> {
            assertThat(other.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(placeholders(other.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        });
    }

    private static java.util.Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        var file = PortalTextsTests.class.getResourceAsStream("/pages/portal/texts" + language + ".properties");
        try (var reader = new InputStreamReader(java.util.Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}

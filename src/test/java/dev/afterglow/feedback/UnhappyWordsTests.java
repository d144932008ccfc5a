package dev.afterglow.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

class UnhappyWordsTests {

    private final UnhappyWords words = new UnhappyWords(new DefaultResourceLoader());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It arrived BROKEN!",
                "en | I'm really disappointed.",
                "en | It doesn't work",
                "en | I am not happy with it",
                "fr | Je suis très déçue de cet achat",
                "fr | L'abat-jour est cassé",
                "fr | Elle ne fonctionne plus",
                "fr | Je ne suis pas contente",
                "de | Die Lampe kam kaputt an",
                "de | Ich bin enttäuscht",
                "de | Der Schalter funktioniert nicht",
                "de | Ich bin nicht zufrieden",
                "it | The lamp is broken"
            })
    void hearsThatSomebodyIsUnhappy(String language, String text) {
        assertThat(words.in(text, new Locale(language))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Lovely light, thank you",
                "en | I was not disappointed at all",
                "en | Nothing was broken, well packed",
                "en | The unbroken series continues",
                "fr | Je n'ai pas été déçue",
                "fr | Belle lumière, merci",
                "de | Ich bin nicht enttäuscht",
                "de | Keine Reklamation, alles bestens",
                "de | Wunderschön!"
            })
    void hearsNothingBadInGoodWordsOrInBadOnesTurnedRound(String language, String text) {
        assertThat(words.in(text, new Locale(language))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en", "fr", "de"})
    void hearsNothingWhereNothingWasSaid(String language) {
        assertThat(words.in(null, new Locale(language))).isFalse();
        assertThat(words.in("  ", Locale.ROOT)).isFalse();
    }
}

package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {

    @Test
    void putsEverythingOnOneLineOfWholeCharacters() {
        assertThat(Texts.fit("a\r\nBcc: b\u0000c\u0085d\u2028e\ud800f", 100)).isEqualTo("a Bcc: b c d e f");
        assertThat(Texts.fit("\u0000\u2029 ", 100)).isNull();
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(Texts.fit("lamp💡", 5)).isEqualTo("lamp");
        assertThat(Texts.fit("lamp💡", 6)).isEqualTo("lamp💡");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "-0001-11-30T00:00:00Z", "+12345-01-01T00:00:00Z"})
    void noOrderIsFromAYearNobodyCanMean(String at) {
        assertThatThrownBy(() -> Moments.believable(Instant.parse(at))).isInstanceOf(DateTimeException.class);
    }
}

package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTests {

    @ParameterizedTest
    @ValueSource(strings = {"#2f5d50", "#ffe14d", "#000000", "#ffffff", "#d4002a", "#808080", "#7bdff2"})
    void canBeReadInEveryBrandColour(String color) {
        var palette = Palette.of(color);

        assertThat(contrast(palette.brand(), palette.onBrand())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.link(), "#f5f2ec")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.link(), "#fffdfa")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.darkLink(), "#24221f")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void leavesAColourThatCanBeReadAsItIs() {
        assertThat(Palette.of("#2f5d50").link()).isEqualTo("#2f5d50");
    }

    @Test
    void saysHowToWriteAColour() {
        assertThatThrownBy(() -> Palette.of("green"))
                .hasMessage("afterglow.shop.color must be written like #2f5d50, it is 'green'.");
    }

    private static double contrast(String a, String b) {
        return Palette.contrast(Integer.parseInt(a.substring(1), 16), Integer.parseInt(b.substring(1), 16));
    }
}

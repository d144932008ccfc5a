package dev.afterglow.customer;

import java.util.regex.Pattern;

/**
 * The brand's colour made legible everywhere: contrast of at least 4.5:1 on a button, on paper and in the dark.
 *
 * @param brand the button
 * @param onBrand words on the button
 * @param link words in the brand's colour on paper
 * @param darkLink the same on a dark background
 */
public record Palette(String brand, String onBrand, String link, String darkLink) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;
    private static final int INK = 0x1f1d1a;
    private static final int PAPER = 0xf5f2ec;
    private static final int NIGHT = 0x24221f;
    private static final double LEGIBLE = 4.5;

    /** @throws IllegalStateException saying how a colour is written */
    public static Palette of(String color) {
        if (!HEX.matcher(color).matches()) {
            throw new IllegalStateException(
                    "afterglow.shop.color must be written like #2f5d50, it is '%s'.".formatted(color));
        }
        var brand = Integer.parseInt(color.substring(1), 16);
        var onBrand = contrast(brand, WHITE) >= LEGIBLE ? WHITE : contrast(brand, INK) >= LEGIBLE ? INK : BLACK;
        return new Palette(
                hex(brand), hex(onBrand), hex(towards(INK, brand, PAPER)), hex(towards(WHITE, brand, NIGHT)));
    }

    /** Mixes the colour with another until it can be read on the background. */
    private static int towards(int other, int color, int background) {
        for (var share = 0; share < 100; share += 4) {
            var mixed = mix(color, other, share / 100.0);
            if (contrast(mixed, background) >= LEGIBLE) {
                return mixed;
            }
        }
        return other;
    }

    private static int mix(int a, int b, double share) {
        return channel(a, b, share, 16) | channel(a, b, share, 8) | channel(a, b, share, 0);
    }

    private static int channel(int a, int b, double share, int shift) {
        var mixed = (a >> shift & 0xff) * (1 - share) + (b >> shift & 0xff) * share;
        return (int) Math.round(mixed) << shift;
    }

    /** The contrast ratio of two colours after WCAG 2.2, from 1 to 21. */
    public static double contrast(int a, int b) {
        var lighter = Math.max(luminance(a), luminance(b));
        var darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16 & 0xff) + 0.7152 * linear(color >> 8 & 0xff) + 0.0722 * linear(color & 0xff);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String hex(int color) {
        return "#%06x".formatted(color);
    }
}

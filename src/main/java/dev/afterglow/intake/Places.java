package dev.afterglow.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What a delivery address tells about the clock and the language of the person behind it. */
public final class Places {

    private static final Properties ZONES = table("intake/time-zones.properties");
    private static final Properties LANGUAGES = table("intake/languages.properties");

    private Places() {}

    /**
     * The zone of an address, or null when the country has several and the province does not tell.
     *
     * @param country ISO 3166-1 alpha-2
     * @param province its code, with or without the country's in front
     */
    public static @Nullable ZoneId zone(@Nullable String country, @Nullable String province) {
        if (country == null) {
            return null;
        }
        var nation = country.strip().toUpperCase(Locale.ROOT);
        var zone = province == null ? null : ZONES.getProperty(nation + "." + code(nation, province));
        var known = zone == null ? ZONES.getProperty(nation) : zone;
        return known == null ? null : ZoneId.of(known);
    }

    /** The language a shop noted, or the one language of the country, or null when neither is sure. */
    public static @Nullable Locale locale(@Nullable String tag, @Nullable String country) {
        if (tag != null && !tag.isBlank()) {
            var locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        }
        if (country == null) {
            return null;
        }
        var nation = country.strip().toUpperCase(Locale.ROOT);
        var language = LANGUAGES.getProperty(nation);
        return language == null ? null : Locale.forLanguageTag(language + "-" + nation);
    }

    private static String code(String nation, String province) {
        var code = province.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return code.startsWith(nation) && code.length() > 3 ? code.substring(2) : code;
    }

    private static Properties table(String path) {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

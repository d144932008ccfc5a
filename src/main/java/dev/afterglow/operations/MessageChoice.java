package dev.afterglow.operations;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody wants to look at in the catalogue of messages; what is unknown falls back to the first choice. */
record MessageChoice(
        @Nullable String language,
        @Nullable String variant,
        @Nullable String order,
        @Nullable String part,
        @Nullable String width,
        @Nullable String scheme,
        @Nullable Boolean sent) {

    static final List<String> LANGUAGES = List.of("en", "fr", "de");
    static final List<String> PARTS = List.of("html", "text", "headers");
    static final List<String> WIDTHS = List.of("600", "375", "320");
    static final List<String> SCHEMES = List.of("light", "dark");

    MessageChoice {
        language = oneOf(LANGUAGES, language);
        part = oneOf(PARTS, part);
        width = oneOf(WIDTHS, width);
        scheme = oneOf(SCHEMES, scheme);
        variant = variant == null ? "" : variant;
        order = order == null ? "" : order.strip();
    }

    Locale locale() {
        return new Locale(language == null ? "en" : language);
    }

    /** The mail as a reader with this colour scheme sees it, whatever scheme the viewer's own device has. */
    String shown(String html) {
        return html.replace(
                "@media (prefers-color-scheme: dark)", "dark".equals(scheme) ? "@media all" : "@media not all");
    }

    /** The same choice in an address; public for the page. */
    public String query() {
        return query("", "");
    }

    /** The same choice but for one thing. */
    public String query(String changed, String value) {
        var address = UriComponentsBuilder.newInstance();
        add(address, "language", language, changed, value);
        add(address, "variant", variant, changed, value);
        add(address, "order", order, changed, value);
        add(address, "part", part, changed, value);
        add(address, "width", width, changed, value);
        add(address, "scheme", scheme, changed, value);
        return address.encode().toUriString();
    }

    private static void add(
            UriComponentsBuilder address, String name, @Nullable String value, String changed, String other) {
        address.queryParam(name, name.equals(changed) ? other : value);
    }

    private static String oneOf(List<String> known, @Nullable String wanted) {
        return wanted != null && known.contains(wanted) ? wanted : known.get(0);
    }
}

package dev.afterglow.operations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
        @Nullable String pictures,
        boolean sent) {

    static final List<String> LANGUAGES = List.of("en", "fr", "de");
    static final List<String> PARTS = List.of("html", "text", "headers");
    static final List<String> WIDTHS = List.of("600", "375", "320");
    static final List<String> SCHEMES = List.of("light", "dark", "inverted");
    static final List<String> PICTURES = List.of("shown", "off");

    /** What mail programs without a dark mode of ours do: every colour becomes its opposite, pictures stay. */
    private static final String INVERTED = "<style>html { filter: invert(1) hue-rotate(180deg); background: #fff; }"
            + " img { filter: invert(1) hue-rotate(180deg); }</style></head>";

    private static final Pattern PICTURE = Pattern.compile("(<img [^>]*?src=)\"[^\"]*\"");

    MessageChoice {
        language = oneOf(LANGUAGES, language);
        part = oneOf(PARTS, part);
        width = oneOf(WIDTHS, width);
        scheme = oneOf(SCHEMES, scheme);
        pictures = oneOf(PICTURES, pictures);
        variant = variant == null ? "" : variant;
        order = order == null ? "" : order.strip();
    }

    static MessageChoice of(Map<String, String> asked) {
        return new MessageChoice(
                asked.get("language"),
                asked.get("variant"),
                asked.get("order"),
                asked.get("part"),
                asked.get("width"),
                asked.get("scheme"),
                asked.get("pictures"),
                Boolean.parseBoolean(asked.get("sent")));
    }

    /** The same about the first of these orders, when none was chosen. */
    MessageChoice orElseAbout(List<String> numbers) {
        return order == null || !order.isEmpty() || numbers.isEmpty()
                ? this
                : new MessageChoice(language, variant, numbers.get(0), part, width, scheme, pictures, sent);
    }

    Locale locale() {
        return new Locale(language == null ? "en" : language);
    }

    /** The mail as a reader with these settings sees it, whatever those of the viewer's own device are. */
    String shown(String html) {
        var colored = html.replace(
                "@media (prefers-color-scheme: dark)", "dark".equals(scheme) ? "@media all" : "@media not all");
        var inverted = "inverted".equals(scheme) ? colored.replace("</head>", INVERTED) : colored;
        return "off".equals(pictures) ? PICTURE.matcher(inverted).replaceAll("$1\"data:,\"") : inverted;
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
        add(address, "pictures", pictures, changed, value);
        return address.build().encode().toUriString();
    }

    private static void add(
            UriComponentsBuilder address, String name, @Nullable String value, String changed, String other) {
        address.queryParam(name, name.equals(changed) ? other : value);
    }

    private static String oneOf(List<String> known, @Nullable String wanted) {
        return wanted != null && known.contains(wanted) ? wanted : known.get(0);
    }
}

package dev.afterglow.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The HTML and CSS a mail is made of, held against the list of what mail programs follow. */
final class MailFeatures {

    private static final Path LIST = Path.of("src/test/resources/mails/allowed.txt");
    private static final Pattern STYLE_BLOCK = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern UNREAD =
            Pattern.compile("<style>.*?</style>|(?<=ld\\+json\">).*?(?=</script>)|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][\\w-]*)((?:\\s+[^\\s=>]+(?:=\"[^\"]*\")?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]+)(?:=\"([^\"]*)\")?");
    private static final Pattern MEDIA = Pattern.compile("@(\\w+)([^{]*)\\{");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    private final Map<String, Set<String>> values;
    private final Set<String> allowed;

    private MailFeatures(Map<String, Set<String>> values, Set<String> allowed) {
        this.values = values;
        this.allowed = allowed;
    }

    static MailFeatures allowed() throws IOException {
        var values = new HashMap<String, Set<String>>();
        var allowed = new HashSet<String>();
        for (var line : Files.readAllLines(LIST)) {
            var feature = line.replaceFirst("^~ ", "").strip();
            if (feature.isEmpty() || feature.startsWith("#")) {
                continue;
            }
            if (feature.matches("(property|media|selector) .*")) {
                var parts = feature.split(" = ");
                allowed.add(parts[0]);
                if (parts.length > 1) {
                    values.put(parts[0], Set.of(parts[1].split(" ")));
                }
            } else {
                var tag = feature.split(":\\s*");
                allowed.add(tag[0]);
                for (var attribute : tag.length > 1 ? tag[1].split(" ") : new String[0]) {
                    allowed.add(tag[0] + " " + attribute);
                }
            }
        }
        return new MailFeatures(values, allowed);
    }

    /** All on the list. */
    Set<String> all() {
        return allowed;
    }

    /** What a mail uses and the list does not allow. */
    Set<String> refusedIn(String html) {
        var refused = new TreeSet<String>();
        for (var used : usedIn(html)) {
            var feature = used.split(" = ")[0];
            var value = used.contains(" = ") ? used.split(" = ")[1] : null;
            if (!allowed.contains(feature) || value != null && isUnsafe(feature, value)) {
                refused.add(used);
            }
        }
        return refused;
    }

    private boolean isUnsafe(String feature, String value) {
        return values.containsKey(feature) && !values.get(feature).contains(value)
                || value.contains("url(")
                || value.contains("calc(")
                || value.contains("var(")
                || value.contains("rgb")
                || feature.equals("property margin") && value.contains("-");
    }

    /** Without values: as the list says it. */
    static Set<String> namesIn(String html) {
        var names = new HashSet<String>();
        usedIn(html).forEach(used -> names.add(used.split(" = ")[0]));
        return names;
    }

    private static Set<String> usedIn(String html) {
        var used = new HashSet<String>();
        STYLE_BLOCK.matcher(html).results().forEach(block -> sheet(block.group(1), used));
        if (html.contains("<style>")) {
            used.add("style");
        }
        TAG.matcher(UNREAD.matcher(html).replaceAll("")).results().forEach(tag -> {
            var name = tag.group(1).toLowerCase();
            used.add(name);
            ATTRIBUTE.matcher(tag.group(2)).results().forEach(attribute -> {
                used.add(name + " " + attribute.group(1));
                if (attribute.group(1).equals("style")) {
                    declarations(attribute.group(2), used);
                }
            });
        });
        return used;
    }

    private static void sheet(String css, Set<String> used) {
        MEDIA.matcher(css)
                .results()
                .forEach(rule -> used.add(rule.group(1) + " " + rule.group(2).strip()));
        RULE.matcher(MEDIA.matcher(css).replaceAll("")).results().forEach(rule -> {
            for (var selector : List.of(rule.group(1).strip().split("\\s*,\\s*"))) {
                used.add("selector " + shape(selector.replaceFirst("^}\\s*", "")));
            }
            declarations(rule.group(2), used);
        });
    }

    private static String shape(String selector) {
        return selector.replaceAll("\\.[\\w-]+", ".class").replaceAll("(?<![\\w.:\\[-])[a-z]+(?![\\w-])", "element");
    }

    private static void declarations(String css, Set<String> used) {
        for (var declaration : css.split(";")) {
            var colon = declaration.indexOf(':');
            if (colon > 0) {
                used.add("property " + declaration.substring(0, colon).strip() + " = "
                        + declaration
                                .substring(colon + 1)
                                .replace("!important", "")
                                .strip());
            }
        }
    }
}

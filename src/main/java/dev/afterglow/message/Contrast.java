package dev.afterglow.message;

import dev.afterglow.customer.Palette;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How well the faintest words of a mail stand out from what is behind them, as WCAG 2.2 counts it; 4.5 is enough.
 *
 * @param light as we write it
 * @param dark in a reader's dark mode
 * @param inverted where the mail program turns every colour into its opposite
 */
public record Contrast(double light, double dark, double inverted) {

    /** What WCAG 2.2 asks for at least of words of normal size. */
    public static final double ENOUGH = 4.5;

    private static final Pattern PIECE = Pattern.compile(
            "<!--.*?-->|<(style|script|title)\\b.*?</\\1>|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>|([^<]+)", Pattern.DOTALL);
    private static final Pattern DARK =
            Pattern.compile("@media \\(prefers-color-scheme: dark\\) \\{(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*\\.([\\w-]+) \\{([^}]*)}");
    private static final Pattern WORDS = Pattern.compile("(?:^|[;\\s\"{])color:\\s*(#[0-9a-fA-F]{6})");
    private static final Pattern BEHIND = Pattern.compile("background-color:\\s*(#[0-9a-fA-F]{6})");
    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]*)\"");
    private static final Set<String> EMPTY = Set.of("img", "br", "meta", "link", "hr");
    private static final int WHITE = 0xffffff;

    /** Measures a mail that is written as ours are: colours as six digits, in the element or by one class. */
    static Contrast of(String html) {
        var dark = darkRules(html);
        return new Contrast(least(html, Map.of(), false), least(html, dark, false), least(html, Map.of(), true));
    }

    /** Whether it can be read in every state. */
    public boolean isEnough() {
        return Math.min(light, Math.min(dark, inverted)) >= ENOUGH;
    }

    private static Map<String, String> darkRules(String html) {
        var rules = new HashMap<String, String>();
        var block = DARK.matcher(html);
        if (block.find()) {
            RULE.matcher(block.group(1)).results().forEach(rule -> rules.put(rule.group(1), rule.group(2)));
        }
        return rules;
    }

    private static double least(String html, Map<String, String> rules, boolean inverted) {
        var least = 21.0;
        Deque<Look> open = new ArrayDeque<>();
        open.push(new Look("", 0, WHITE, false));
        var pieces = PIECE.matcher(html);
        while (pieces.find()) {
            var look = open.element();
            var tag = pieces.group(3);
            if (pieces.group(5) != null) {
                if (!look.hidden() && !isBlank(pieces.group(5))) {
                    least = Math.min(least, look.contrast(inverted));
                }
            } else if (tag != null && !EMPTY.contains(tag)) {
                step(open, tag, pieces, rules);
            }
        }
        return least;
    }

    private static void step(Deque<Look> open, String tag, Matcher piece, Map<String, String> rules) {
        if (piece.group(2).isEmpty()) {
            open.push(open.element().inside(tag, piece.group(4), rules));
        } else {
            while (open.size() > 1 && !open.pop().tag().equals(tag)) {
                // What was left open, such as a paragraph, ends with what it is in.
            }
        }
    }

    private static boolean isBlank(String text) {
        return text.replaceAll("&[#\\w]+;", "").isBlank();
    }

    /** How words look at a place of the mail. */
    private record Look(String tag, int words, int behind, boolean hidden) {

        Look inside(String inner, String attributes, Map<String, String> rules) {
            var wordsThere = color(WORDS, attributes, words);
            var behindThere = color(BEHIND, attributes, behind);
            var classes = CLASSES.matcher(attributes);
            if (classes.find()) {
                for (var name : classes.group(1).split(" ")) {
                    var rule = rules.get(name);
                    wordsThere = color(WORDS, rule, wordsThere);
                    behindThere = color(BEHIND, rule, behindThere);
                }
            }
            return new Look(inner, wordsThere, behindThere, hidden || attributes.contains("display:none"));
        }

        double contrast(boolean inverted) {
            return inverted ? Palette.contrast(WHITE - words, WHITE - behind) : Palette.contrast(words, behind);
        }

        private static int color(Pattern where, @Nullable String style, int otherwise) {
            var color = where.matcher(style == null ? "" : style);
            return color.find() ? Integer.parseInt(color.group(1).substring(1), 16) : otherwise;
        }
    }
}

package dev.afterglow.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Which variants message-variant.dmn may choose for a touchpoint, read from its rules. */
final class VariantTable {

    private static final Pattern RULE = Pattern.compile(
            "<inputEntry id=\"\\w+_touchpoint\">\\s*<text>\"([\\w-]+)\"</text>.*?"
                    + "_out_variant\">\\s*<text>\"([\\w-]+)\"</text>",
            Pattern.DOTALL);

    private VariantTable() {}

    static List<String> variantsOf(String touchpoint) {
        try {
            var table = Files.readString(Path.of("processes/decisions/message-variant.dmn"));
            return RULE.matcher(table)
                    .results()
                    .filter(rule -> rule.group(1).equals(touchpoint))
                    .map(rule -> rule.group(2))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

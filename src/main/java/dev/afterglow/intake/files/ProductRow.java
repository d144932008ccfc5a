package dev.afterglow.intake.files;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.ProductText;
import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.Texts;
import dev.afterglow.intake.Unreadable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a catalogue file; columns such as {@code title_fr} carry translations. */
final class ProductRow {

    private static final Pattern TRANSLATED = Pattern.compile("(?:title|care|guide_url)_([a-z]{2,3})");
    private static final int LONGEST_SKU = 100;
    private static final int LONGEST_WARRANTY_MONTHS = 1200;

    private final Table.Row row;

    private ProductRow(Table.Row row) {
        this.row = row;
    }

    /** @throws Unreadable when a cell is at fault, naming its column */
    static Product read(Table.Row row) {
        return new ProductRow(row).product();
    }

    private Product product() {
        return new Product(
                required("sku", LONGEST_SKU),
                required("title", 300),
                required("category", 100),
                link("url"),
                link("image_url"),
                link("guide_url"),
                text("care", 2000),
                warrantyMonths(),
                inStock(),
                complements(),
                texts());
    }

    private Map<String, ProductText> texts() {
        var texts = new HashMap<String, ProductText>();
        for (var column : Set.copyOf(row.columns().keySet())) {
            var matcher = TRANSLATED.matcher(column);
            if (matcher.matches()) {
                var language = matcher.group(1);
                var text = new ProductText(
                        text("title_" + language, 300), link("guide_url_" + language), text("care_" + language, 2000));
                if (text.title() != null || text.guideUrl() != null || text.care() != null) {
                    texts.put(language, text);
                }
            }
        }
        return texts;
    }

    private List<String> complements() {
        var text = row.text("complements");
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[|;,]"))
                        .filter(sku -> sku.length() <= LONGEST_SKU)
                        .flatMap(sku -> Optional.ofNullable(Texts.fit(sku, LONGEST_SKU)).stream())
                        .filter(sku -> !sku.equals(row.text("sku")))
                        .distinct()
                        .toList();
    }

    private @Nullable Integer warrantyMonths() {
        var text = row.text("warranty_months");
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > LONGEST_WARRANTY_MONTHS) {
            throw new Unreadable("\"warranty_months\" must be a whole number of months, such as 24");
        }
        return Integer.valueOf(text);
    }

    private boolean inStock() {
        var text = row.text("in_stock");
        if (text == null || text.matches("(?i)yes|true|1|y")) {
            return true;
        }
        if (text.matches("(?i)no|false|0|n")) {
            return false;
        }
        throw new Unreadable("\"in_stock\" must be yes or no");
    }

    private @Nullable String link(String column) {
        var text = row.text(column);
        if (text != null && Buyer.link(text) == null) {
            throw new Unreadable("\"" + column + "\" must be a web address that begins with https://");
        }
        return Buyer.link(text);
    }

    private String required(String column, int longest) {
        var text = text(column, longest);
        if (text == null) {
            throw new Unreadable("\"" + column + "\" is empty");
        }
        return text;
    }

    private @Nullable String text(String column, int longest) {
        var text = row.text(column);
        if (text != null && text.length() > longest) {
            throw new Unreadable("\"" + column + "\" is longer than " + longest + " characters");
        }
        return Texts.fit(text, longest);
    }
}

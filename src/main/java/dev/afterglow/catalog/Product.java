package dev.afterglow.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the shop sells.
 *
 * @param url its page in the shop
 * @param guideUrl how to set it up and use it; none means there is nothing to teach
 * @param care how to keep it well, one or two sentences
 * @param complements SKUs that go well with it, best first
 * @param texts translations by language code
 */
public record Product(
        String sku,
        String title,
        String category,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable String guideUrl,
        @Nullable String care,
        @Nullable Integer warrantyMonths,
        boolean inStock,
        List<String> complements,
        Map<String, ProductText> texts) {

    /** The same product in a language, as far as it is translated. */
    public Product in(String language) {
        var text = texts.get(language);
        if (text == null) {
            return this;
        }
        return new Product(
                sku,
                text.title() == null ? title : text.title(),
                category,
                url,
                imageUrl,
                text.guideUrl() == null ? guideUrl : text.guideUrl(),
                text.care() == null ? care : text.care(),
                warrantyMonths,
                inStock,
                complements,
                texts);
    }
}

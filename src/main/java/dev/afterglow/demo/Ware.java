package dev.afterglow.demo;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.ProductText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something Maison Lumen sells, as its catalogue file describes it.
 *
 * @param price in euro
 * @param variants absent when it comes in one shape only
 * @param inStock absent means yes
 * @param words by language: en, fr, de
 */
public record Ware(
        String sku,
        String category,
        BigDecimal price,
        @Nullable List<String> variants,
        @Nullable Integer warrantyMonths,
        @Nullable Boolean inStock,
        List<String> complements,
        Map<String, Words> words) {

    /**
     * What is said about it in one language.
     *
     * @param guide absent when there is nothing to explain
     */
    public record Words(
            String title,
            String about,
            String care,
            @Nullable List<Step> guide) {}

    /** One step of a guide. */
    public record Step(String title, String text) {}

    /** What is said in a language, or in English. */
    public Words in(String language) {
        return Objects.requireNonNull(words.getOrDefault(language, words.get("en")), sku);
    }

    Product toProduct(String address) {
        var english = in("en");
        return new Product(
                sku,
                english.title(),
                category,
                address + "/demo/products/" + sku,
                address + "/demo/images/" + sku + ".png",
                guideUrl(address, "en"),
                english.care(),
                warrantyMonths,
                inStock == null || inStock,
                complements,
                words.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> text(entry.getValue(), address, entry.getKey()))));
    }

    private ProductText text(Words text, String address, String language) {
        return new ProductText(text.title(), guideUrl(address, language), text.care());
    }

    private @Nullable String guideUrl(String address, String language) {
        return in(language).guide() == null ? null : address + "/demo/guides/" + sku + "?lang=" + language;
    }
}

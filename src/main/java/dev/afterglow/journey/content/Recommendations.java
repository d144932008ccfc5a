package dev.afterglow.journey.content;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.journey.engine.DecisionTable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks recommendation.dmn what to suggest, and finds it in the catalogue. */
@Component
class Recommendations {

    private final DecisionTable table = DecisionTable.of("recommendation");
    private final Products products;

    Recommendations(Products products) {
        this.products = products;
    }

    /** Up to three things in stock, best first, and nothing she ever had. */
    List<Product> to(Portrait portrait, @Nullable Product product) {
        if (product == null) {
            return List.of();
        }
        var hit = table.firstHit(portrait.inputs());
        return candidates(hit.word("strategy"), product).stream()
                .filter(Product::inStock)
                .filter(candidate -> !candidate.sku().equals(product.sku()))
                .filter(candidate -> !portrait.owned().contains(candidate.sku()))
                .limit(Integer.parseInt(hit.word("most")))
                .toList();
    }

    private Collection<Product> candidates(String strategy, Product product) {
        return switch (strategy) {
            case "COMPLEMENTS" -> complements(product);
            case "SAME_CATEGORY_UPSELL" -> products.inCategory(product.category());
            case "NONE" -> List.of();
            default -> throw new IllegalStateException("recommendation.dmn answers " + strategy);
        };
    }

    private List<Product> complements(Product product) {
        var known = products.bySkus(product.complements());
        return product.complements().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
    }
}

package dev.afterglow.journey.content;

import dev.afterglow.catalog.Product;
import dev.afterglow.customer.Shop;
import dev.afterglow.feedback.Review;
import dev.afterglow.feedback.Reviews;
import dev.afterglow.message.MessageFacts.Testimonial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds what another customer says about something suggested: a published review in the reader's language by somebody who
 * bought it, one with a photo first. Where there is none, nothing is quoted.
 */
@Component
class Testimonials {

    private static final int LATEST = 60;
    private static final int CONTENT = 4;
    private static final int LONGEST = 320;

    private final Reviews reviews;
    private final Shop shop;

    Testimonials(Reviews reviews, Shop shop) {
        this.reviews = reviews;
        this.shop = shop;
    }

    Optional<Testimonial> about(List<Product> suggestions, String language) {
        if (suggestions.isEmpty()) {
            return Optional.empty();
        }
        var skus = suggestions.stream().map(Product::sku).toList();
        return reviews.approvedReviews(skus, LATEST).stream()
                .filter(review -> isQuotable(review, language))
                .min(Comparator.comparing((Review review) -> review.photoPath() == null)
                        .thenComparing(review -> skus.indexOf(review.sku())))
                .map(review -> testimonial(review, suggestions.get(skus.indexOf(review.sku())), language));
    }

    private static boolean isQuotable(Review review, String language) {
        var text = review.text();
        return review.verified()
                && review.stars() >= CONTENT
                && review.language().equals(language)
                && text != null
                && !text.isBlank()
                && text.length() <= LONGEST;
    }

    private Testimonial testimonial(Review review, Product product, String language) {
        var base = shop.publicUrl().toString().replaceAll("/$", "");
        return new Testimonial(
                product.in(language).title(),
                String.valueOf(review.text()),
                review.author(),
                review.photoPath() == null ? null : base + review.photoPath());
    }
}

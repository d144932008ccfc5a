package dev.afterglow.feedback.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Shop;
import dev.afterglow.feedback.Review;
import dev.afterglow.feedback.ReviewPhoto;
import dev.afterglow.feedback.Reviews;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Published reviews as schema.org describes them, for anybody to show. */
@RestController
@CrossOrigin
@RequestMapping("/api/reviews")
class ReviewController {

    private static final int MOST = 100;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration LASTING = Duration.ofDays(30);

    private final Reviews reviews;
    private final Products products;
    private final Shop shop;

    ReviewController(Reviews reviews, Products products, Shop shop) {
        this.reviews = reviews;
        this.products = products;
        this.shop = shop;
    }

    @GetMapping
    ResponseEntity<ReviewedProduct> of(
            @RequestParam("sku") String sku, @RequestParam(name = "limit", defaultValue = "20") int limit) {
        var product = products.bySku(sku).orElse(null);
        var rating = reviews.rating(sku).map(ReviewController::aggregate).orElse(null);
        if (product == null && rating == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no product with the SKU " + sku + ".");
        }
        var published = reviews.approvedReviews(sku, Math.max(1, Math.min(limit, MOST))).stream()
                .map(review -> published(review))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(reviewed(sku, product, rating, published));
    }

    /** Before its review is published, only whoever knows the key sees a photo, and no cache keeps it. */
    @GetMapping(path = "/photos/{key}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> photo(@PathVariable("key") String key) {
        var photo = reviews.photo(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such photo."));
        return ResponseEntity.ok().cacheControl(caching(photo)).body(photo.content());
    }

    private static CacheControl caching(ReviewPhoto photo) {
        return photo.isPublished() ? CacheControl.maxAge(LASTING).cachePublic() : CacheControl.noStore();
    }

    private static ReviewedProduct reviewed(
            String sku, @Nullable Product product, @Nullable AggregateRating rating, List<PublishedReview> reviews) {
        return new ReviewedProduct(
                "https://schema.org",
                "Product",
                sku,
                product == null ? sku : product.title(),
                product == null ? null : product.url(),
                product == null ? null : product.imageUrl(),
                rating,
                reviews);
    }

    private static AggregateRating aggregate(Review.Rating rating) {
        var average = BigDecimal.valueOf(rating.average()).setScale(1, RoundingMode.HALF_UP);
        return new AggregateRating("AggregateRating", average, rating.count(), 5, 1);
    }

    private PublishedReview published(Review review) {
        var base = shop.publicUrl().toString().replaceAll("/$", "");
        return new PublishedReview(
                "Review",
                review.title(),
                review.text(),
                review.language(),
                review.writtenAt().atZone(shop.zone()).toLocalDate(),
                new Person("Person", review.author() == null ? "Anonymous" : review.author()),
                new Stars("Rating", review.stars(), 5, 1),
                review.photoPath() == null ? null : base + review.photoPath(),
                review.verified());
    }

    /** A schema.org Product with what its buyers say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewedProduct(
            @JsonProperty("@context") String context,
            @JsonProperty("@type") String type,
            String sku,
            String name,
            @Nullable String url,
            @Nullable String image,
            @Nullable AggregateRating aggregateRating,
            List<PublishedReview> review) {}

    /** What all say together. */
    record AggregateRating(
            @JsonProperty("@type") String type,
            BigDecimal ratingValue,
            int reviewCount,
            int bestRating,
            int worstRating) {}

    /** What one says; {@code verifiedPurchase} is ours, schema.org has no word for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublishedReview(
            @JsonProperty("@type") String type,
            String name,
            @Nullable String reviewBody,
            String inLanguage,
            LocalDate datePublished,
            Person author,
            Stars reviewRating,
            @Nullable String image,
            boolean verifiedPurchase) {}

    /** Who says so. */
    record Person(@JsonProperty("@type") String type, String name) {}

    /** One to five. */
    record Stars(@JsonProperty("@type") String type, int ratingValue, int bestRating, int worstRating) {}
}

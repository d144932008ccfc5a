package dev.afterglow.journey.content;

import dev.afterglow.catalog.Product;
import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.content.VoucherSource.Gift;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses what a message says; what belongs to the purchase itself says the same to everybody and promotes nothing. */
@Component
public class Contents {

    private final Portraits portraits;
    private final Recommendations recommendations;
    private final Offers offers;
    private final Variants variants;
    private final Testimonials testimonials;

    Contents(
            Portraits portraits,
            Recommendations recommendations,
            Offers offers,
            Variants variants,
            Testimonials testimonials) {
        this.portraits = portraits;
        this.recommendations = recommendations;
        this.offers = offers;
        this.variants = variants;
        this.testimonials = testimonials;
    }

    /** Decides on what is known at this moment. */
    public Content of(Touchpoint touchpoint, Dossier dossier, @Nullable Product product) {
        if (touchpoint.purpose() == Purpose.TRANSACTIONAL) {
            return Content.PLAIN;
        }
        var portrait = portraits.of(dossier, product);
        var offer = offers.with(touchpoint, dossier, portrait);
        var suggestions = touchpoint.purpose() == Purpose.PROMOTIONAL
                ? recommendations.to(portrait, product)
                : List.<Product>of();
        return new Content(
                variants.of(touchpoint, portrait, offer),
                suggestions,
                offer.preview(),
                gift(offer.voucher(), dossier),
                testimonials.about(suggestions, portrait.language()).orElse(null));
    }

    /** What a variant would say, to be looked at: nobody gets a voucher by being looked at. */
    public Content sample(
            Touchpoint touchpoint,
            Dossier dossier,
            @Nullable Product product,
            @Nullable String variant,
            String language) {
        var suggestions = touchpoint.purpose() == Purpose.PROMOTIONAL
                ? recommendations.to(portraits.of(dossier, product), product)
                : List.<Product>of();
        return new Content(
                variant,
                suggestions,
                "early-access".equals(variant) ? offers.preview() : null,
                "voucher".equals(variant) ? gift(offers.sampleVoucher(dossier), dossier) : null,
                testimonials.about(suggestions, language).orElse(null));
    }

    private static @Nullable Matter gift(@Nullable Gift voucher, Dossier dossier) {
        return voucher == null
                ? null
                : new Matter(
                        dossier.order().number(),
                        null,
                        voucher.amount(),
                        voucher.until(),
                        voucher.code(),
                        "VOUCHER",
                        List.of());
    }
}

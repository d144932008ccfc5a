package dev.afterglow.journey.content;

import dev.afterglow.catalog.Product;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.message.MessageFacts.Testimonial;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says beyond the order itself.
 *
 * @param variant the ending of its sentences' keys, absent when it is said plainly
 * @param suggestions best first, at most three
 * @param preview where she may look before the others
 * @param gift a voucher
 * @param testimonial what another customer says about one of the suggestions
 */
public record Content(
        @Nullable String variant,
        List<Product> suggestions,
        @Nullable URI preview,
        @Nullable Matter gift,
        @Nullable Testimonial testimonial) {

    /** Nothing beyond the order. */
    public static final Content PLAIN = new Content(null, List.of(), null, null, null);
}

package dev.afterglow.journey;

import dev.afterglow.journey.content.DrawnVariants;
import dev.afterglow.journey.touchpoint.Drafts;
import dev.afterglow.message.MessageFacts;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.OrderId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What messages would say about real orders, for those who write them. */
@Component
public class MessageDrafts {

    private final Drafts drafts;
    private final DrawnVariants variants;

    MessageDrafts(Drafts drafts, DrawnVariants variants) {
        this.drafts = drafts;
        this.variants = variants;
    }

    /** The variants the decision may choose for a touchpoint. */
    public List<String> variantsOf(String touchpoint) {
        return variants.of(touchpoint);
    }

    /** What would be said about an order; the links in it lead to the shop and nowhere else. */
    public Optional<MessageFacts> of(Touchpoint touchpoint, OrderId order, @Nullable String variant, Locale locale) {
        return drafts.of(touchpoint, order, variant, locale);
    }
}

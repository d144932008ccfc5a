package dev.afterglow.journey.content;

import dev.afterglow.catalog.Product;
import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Sentiment;
import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.Purchases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known about a reader. */
@Component
class Portraits {

    private final DecisionTable segments = DecisionTable.of("customerSegment");
    private final Purchases purchases;
    private final Answers answers;
    private final Clock clock;

    Portraits(Purchases purchases, Answers answers, Clock clock) {
        this.purchases = purchases;
        this.answers = answers;
        this.clock = clock;
    }

    Portrait of(Dossier dossier, @Nullable Product product) {
        var order = dossier.order();
        var past = purchases.of(order.id());
        var segment = segments.firstHit(Map.of("returned", past.returnedLately(), "ordersSoFar", past.ordersSoFar()));
        return new Portrait(
                segment.word("segment"),
                past.ordersSoFar(),
                answers.latestSentiment(order.id()).map(Sentiment::name).orElse("UNKNOWN"),
                Season.of(
                        LocalDate.ofInstant(clock.instant(), dossier.zone()),
                        order.address().country()),
                product == null ? "" : product.category().toLowerCase(Locale.ROOT),
                dossier.locale().getLanguage(),
                Portrait.orEmpty(order.address().country()),
                past.skus());
    }
}

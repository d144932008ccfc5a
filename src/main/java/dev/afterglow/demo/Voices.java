package dev.afterglow.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.WrittenReview;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.Orders;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnRequest;
import dev.afterglow.returns.Returns;
import dev.afterglow.returns.Units;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Lets a few customers speak as they would on their pages, so that the shop's people find work waiting. */
@Component
@Profile("demo")
class Voices {

    private final List<Voice> voices;
    private final Orders orders;
    private final Attempts attempts;
    private final SupportDesk support;
    private final FeedbackDesk feedback;
    private final Returns returns;

    Voices(Orders orders, Attempts attempts, SupportDesk support, FeedbackDesk feedback, Returns returns)
            throws IOException {
        this.orders = orders;
        this.attempts = attempts;
        this.support = support;
        this.feedback = feedback;
        this.returns = returns;
        try (var yaml = new ClassPathResource("demo/voices.yaml").getInputStream()) {
            this.voices = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        }
    }

    /** What the buyer of this purchase says, if she says anything. */
    Optional<Happening> of(Purchase purchase, Instant start) {
        return voices.stream()
                .filter(voice -> voice.position() == purchase.position())
                .map(voice -> new Happening(
                        start.plus(Duration.ofHours(voice.afterHours())),
                        () -> attempts.inTransaction(() -> speak(voice, purchase))))
                .findFirst();
    }

    private Object speak(Voice voice, Purchase purchase) {
        var order = orders.idOf(OrderSource.SHOPIFY, purchase.externalId()).orElseThrow();
        var language = purchase.shopper().region().language();
        var words = voice.wordsIn(language);
        var sku = purchase.items().get(0).ware().sku();
        return switch (voice.kind()) {
            case QUESTION -> support.open(order, Topic.QUESTION, words, sku);
            case REPAIR -> support.open(order, Topic.CARE_AND_REPAIR, words, sku);
            case SCORE -> feedback.score(order, voice.score(), words);
            case REVIEW ->
                feedback.review(
                        order, new WrittenReview(sku, voice.score(), voice.titleIn(language), words, true, true, null));
            case WARRANTY_RETURN -> returns.request(warranty(order, words));
        };
    }

    private static ReturnRequest warranty(OrderId order, String words) {
        return new ReturnRequest(
                order, List.of(new Units(0, 1)), ReturnReason.WARRANTY, Resolution.EXCHANGE, words, null, "demo");
    }
}

package dev.afterglow.feedback;

import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Shop;
import dev.afterglow.feedback.FeedbackStep.Event;
import dev.afterglow.feedback.Reception.Result;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what customers say. Each question has one answer per order, and her last word counts: a score within a day,
 * a review until somebody has decided on it, the usage check always. Two answers at the same instant collide; callers
 * on the web run these methods through {@link dev.afterglow.order.Attempts}.
 */
@Component
public class FeedbackDesk {

    private static final int HIGHEST_SCORE = 10;
    private static final Duration SECOND_THOUGHTS = Duration.ofHours(24);

    private final Answers answers;
    private final Reviews reviews;
    private final UnhappyWords unhappy;
    private final Orders orders;
    private final Customers customers;
    private final Shop shop;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FeedbackDesk(
            Answers answers,
            Reviews reviews,
            UnhappyWords unhappy,
            Orders orders,
            Customers customers,
            Shop shop,
            ApplicationEventPublisher events,
            Clock clock) {
        this.answers = answers;
        this.reviews = reviews;
        this.unhappy = unhappy;
        this.orders = orders;
        this.customers = customers;
        this.shop = shop;
        this.events = events;
        this.clock = clock;
    }

    /** The answer to "Have you tested it?", with the words she added. */
    @Transactional
    public Reception answer(OrderId order, UsageAnswer answer, @Nullable String words) {
        var about = byId(order);
        return take(about, FeedbackKind.USAGE, said(about, answer, null, words));
    }

    /**
     * The NPS score and the reason for it; a second answer after a day is too late.
     *
     * @throws IllegalArgumentException when the score is not 0 to 10
     */
    @Transactional
    public Reception score(OrderId order, int score, @Nullable String words) {
        if (score < 0 || score > HIGHEST_SCORE) {
            throw new IllegalArgumentException("Choose a number from 0 to 10.");
        }
        var about = byId(order);
        return take(about, FeedbackKind.SCORE, said(about, null, score, words));
    }

    /**
     * What would make it better, after a score; her last word counts at any time.
     *
     * @throws IllegalArgumentException when she gave no score, or no words
     */
    @Transactional
    public Reception explain(OrderId order, String words) {
        var about = byId(order);
        var wish = Sentence.of(words, "Your answer");
        var known = answers.find(order, FeedbackKind.SCORE, "");
        if (wish == null || known.isEmpty()) {
            throw new IllegalArgumentException(
                    wish == null ? "Please write a few words." : "Please choose a number first, then tell us more.");
        }
        var id = known.get().id();
        if (wish.equals(known.get().wish())) {
            return new Reception(id, Result.KNOWN);
        }
        answers.addWish(id, wish, unhappy.in(wish, languageOf(about)));
        answers.note(id, FeedbackStep.CUSTOMER, Event.EXPLAINED, wish);
        events.publishEvent(new FeedbackChanged(order, id, known.get().instance()));
        return new Reception(id, Result.TAKEN);
    }

    /**
     * A review of one thing she bought; too late once it was approved or refused.
     *
     * @throws IllegalArgumentException when the product is not part of the order
     */
    @Transactional
    public Reception review(OrderId order, WrittenReview review) {
        var about = byId(order);
        if (about.lines().stream().noneMatch(line -> review.sku().equals(line.sku()))) {
            throw new IllegalArgumentException("Choose one of the products of your order.");
        }
        var said = said(about, null, review.stars(), review.text());
        var known = answers.find(order, FeedbackKind.REVIEW, review.sku());
        if (known.filter(said::addsNothingTo)
                .filter(same -> reviews.says(same.id(), review))
                .isPresent()) {
            return new Reception(known.get().id(), Result.KNOWN);
        }
        var language = languageOf(about).getLanguage();
        var verified = !about.test() && !about.isCancelled();
        Consumer<FeedbackId> keep = id -> reviews.put(id, review, language, verified);
        if (known.isEmpty()) {
            return begin(about, FeedbackKind.REVIEW, review.sku(), said, keep);
        }
        return isTooLate(known.get())
                ? new Reception(known.get().id(), Result.TOO_LATE)
                : change(known.get(), said, keep);
    }

    private Reception take(Order order, FeedbackKind kind, Said said) {
        var known = answers.find(order.id(), kind, "");
        if (known.isEmpty()) {
            return begin(order, kind, "", said, id -> {});
        }
        if (said.addsNothingTo(known.get())) {
            return new Reception(known.get().id(), Result.KNOWN);
        }
        return isTooLate(known.get())
                ? new Reception(known.get().id(), Result.TOO_LATE)
                : change(known.get(), said, id -> {});
    }

    private Reception begin(Order order, FeedbackKind kind, String subject, Said said, Consumer<FeedbackId> also) {
        var id = answers.insert(order, kind, subject, said);
        also.accept(id);
        answers.note(id, FeedbackStep.CUSTOMER, Event.GIVEN, said.words());
        events.publishEvent(new FeedbackGiven(order.id(), id));
        return new Reception(id, Result.TAKEN);
    }

    private Reception change(Feedback known, Said said, Consumer<FeedbackId> also) {
        answers.change(known.id(), said);
        also.accept(known.id());
        answers.note(known.id(), FeedbackStep.CUSTOMER, Event.CHANGED, said.words());
        events.publishEvent(new FeedbackChanged(known.order(), known.id(), known.instance()));
        return new Reception(known.id(), Result.TAKEN);
    }

    private boolean isTooLate(Feedback known) {
        return switch (known.kind()) {
            case USAGE -> false;
            case SCORE -> clock.instant().isAfter(known.givenAt().plus(SECOND_THOUGHTS));
            case REVIEW -> reviews.isDecided(known.id());
        };
    }

    private Said said(Order order, @Nullable UsageAnswer answer, @Nullable Integer score, @Nullable String words) {
        var kept = Sentence.of(words, "Your answer");
        return new Said(answer, score, kept, unhappy.in(kept, languageOf(order)));
    }

    private Locale languageOf(Order order) {
        return customers
                .byId(order.customer())
                .map(customer -> customer.reads(order.locale()))
                .orElse(shop.locale());
    }

    private Order byId(OrderId order) {
        return orders.byId(order).orElseThrow(() -> new IllegalArgumentException("There is no such order."));
    }
}

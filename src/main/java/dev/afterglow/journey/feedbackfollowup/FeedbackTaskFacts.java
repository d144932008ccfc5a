package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.customer.Shop;
import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.FeedbackId;
import dev.afterglow.feedback.FeedbackStep;
import dev.afterglow.feedback.Reviews;
import dev.afterglow.journey.tasks.TaskFacts;
import dev.afterglow.journey.tasks.TaskSheet;
import dev.afterglow.order.Dossier;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people read and fill in before they call an unhappy customer or publish a review. */
@Component
class FeedbackTaskFacts implements TaskFacts {

    static final String CALL_BACK = "userTask_callBack";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final Answers answers;
    private final Reviews reviews;
    private final Suggestions suggestions;
    private final Shop shop;

    FeedbackTaskFacts(Answers answers, Reviews reviews, Suggestions suggestions, Shop shop) {
        this.answers = answers;
        this.reviews = reviews;
        this.suggestions = suggestions;
        this.shop = shop;
    }

    @Override
    public String process() {
        return FeedbackMatter.PROCESS;
    }

    @Override
    public TaskSheet sheet(String task, String reference, Dossier dossier) {
        var feedback = answers.byId(FeedbackId.parse(reference)).orElseThrow();
        return CALL_BACK.equals(task) ? call(feedback, dossier) : moderation(feedback);
    }

    private TaskSheet call(Feedback feedback, Dossier dossier) {
        return CallForm.asked(TaskSheet.because(whyUnhappy(feedback))
                .shows("said", said(feedback))
                .shows("past", past(feedback))
                .shows("suggestedAnswer", suggestions.opening(dossier)));
    }

    private TaskSheet moderation(Feedback feedback) {
        var review = reviews.byId(feedback.id()).orElseThrow();
        return ModerationForm.asked(TaskSheet.because(
                        "She wants to publish what she wrote. Only insults, private details, advertisements and what is not"
                                + " about the product are refused.")
                .shows("stars", "★".repeat(review.stars()) + " (%d of 5)".formatted(review.stars()))
                .shows("reviewTitle", review.title())
                .shows("reviewText", Objects.requireNonNullElse(review.text(), "No text, only stars and a title."))
                .shows("signedAs", Objects.requireNonNullElse(review.author(), "Anonymous"))
                .shows("photo", review.photoPath() == null ? null : address(review.photoPath())));
    }

    /** Whole: a form draws no picture of a relative address. */
    private String address(String path) {
        return shop.publicUrl().toString().replaceAll("/$", "") + path;
    }

    private static String whyUnhappy(Feedback feedback) {
        return switch (feedback.kind()) {
            case SCORE -> "She gave us %d of 10.".formatted(feedback.score());
            case REVIEW -> "Her review has %d of 5 stars.".formatted(feedback.score());
            case USAGE -> "Her answer to \"Have you tested it?\" sounds unhappy.";
        };
    }

    private static String said(Feedback feedback) {
        var words = Stream.of(feedback.words(), feedback.wish())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? "She left no words." : words;
    }

    private String past(Feedback feedback) {
        return answers.historyOf(feedback.id()).stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(FeedbackStep step) {
        var event = step.event().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var note = step.note() == null ? "" : " · " + step.note();
        return MOMENT.format(step.at().atZone(shop.zone())) + " · " + event + " · " + step.who() + note;
    }
}

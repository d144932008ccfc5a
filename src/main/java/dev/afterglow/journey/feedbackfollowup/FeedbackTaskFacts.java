package dev.afterglow.journey.feedbackfollowup;

import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.FeedbackId;
import dev.afterglow.feedback.FeedbackStep;
import dev.afterglow.feedback.Reviews;
import dev.afterglow.journey.tasks.TaskFacts;
import dev.afterglow.journey.tasks.TaskSheet;
import dev.afterglow.order.Dossier;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people read and fill in before they call an unhappy customer or publish a review. */
@Component
class FeedbackTaskFacts implements TaskFacts {

    static final String CALL_BACK = "userTask_callBack";

    private final Answers answers;
    private final Reviews reviews;
    private final Suggestions suggestions;

    FeedbackTaskFacts(Answers answers, Reviews reviews, Suggestions suggestions) {
        this.answers = answers;
        this.reviews = reviews;
        this.suggestions = suggestions;
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
                        "She wants to publish what she wrote. Approve praise and blame alike;"
                                + " refuse only insults, private details, advertisements and what is not about the product.")
                .shows("stars", "★".repeat(review.stars()) + " (%d of 5)".formatted(review.stars()))
                .shows("reviewTitle", review.title())
                .shows("reviewText", Objects.requireNonNullElse(review.text(), "No text, only stars and a title."))
                .shows("signedAs", Objects.requireNonNullElse(review.author(), "Anonymous"))
                .shows("photo", review.photoPath()));
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
        return answers.historyOf(feedback.id()).stream()
                .map(FeedbackTaskFacts::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(FeedbackStep step) {
        var event = step.event().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return List.of(step.at().toString().substring(0, 16).replace('T', ' '), event, "by " + step.who()).stream()
                .collect(Collectors.joining(" · "));
    }
}

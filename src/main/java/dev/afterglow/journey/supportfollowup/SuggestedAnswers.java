package dev.afterglow.journey.supportfollowup;

import dev.afterglow.support.CaseMessage;
import dev.afterglow.support.SupportCase;
import dev.afterglow.support.Topic;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A first draft of an answer in the customer's language, to be finished by a person. */
@Component
class SuggestedAnswers {

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Greeting and signature are the mail's own. */
    String of(
            String task,
            SupportCase found,
            List<CaseMessage> said,
            boolean covered,
            @Nullable String product,
            Locale locale) {
        var drafts = ResourceBundle.getBundle("answers/support", locale, ENGLISH_ELSE);
        var draft = drafts.getString(key(task, found, said, covered));
        return draft.replace(
                "{product}",
                product == null
                        ? drafts.getString("product")
                        : drafts.getString("product.named").formatted(product));
    }

    private static String key(String task, SupportCase found, List<CaseMessage> said, boolean covered) {
        return switch (task) {
            case "userTask_arrangeRepair" -> "repair";
            case "userTask_decideWarrantyClaim" -> covered ? "warranty.accepted" : "warranty.refused";
            default -> found.topic() == Topic.PARCEL_SEARCH && said.isEmpty() ? "parcel" : "question";
        };
    }
}

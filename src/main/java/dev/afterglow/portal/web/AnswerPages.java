package dev.afterglow.portal.web;

import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.Feedback;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.FeedbackKind;
import dev.afterglow.feedback.UsageAnswer;
import dev.afterglow.portal.FormKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Have you tested it?": the answer in a mail's link is only a proposal, the button on the page gives it. */
@Controller
@RequestMapping("/a/{token}")
class AnswerPages {

    private static final Map<String, UsageAnswer> WORDS =
            Map.of("works", UsageAnswer.WORKS_WELL, "not-yet", UsageAnswer.NOT_YET, "problem", UsageAnswer.PROBLEM);

    private final Pages pages;
    private final Forms forms;
    private final FeedbackDesk desk;
    private final Answers answers;
    private final Belongings belongings;

    AnswerPages(Pages pages, Forms forms, FeedbackDesk desk, Answers answers, Belongings belongings) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
        this.answers = answers;
        this.belongings = belongings;
    }

    @GetMapping
    ResponseEntity<String> ask(Visit visit, @RequestParam(defaultValue = "") String say) {
        return pages.show(
                visit,
                "answer",
                Map.of("here", "", "say", WORDS.containsKey(say) ? say : "", "longest", Words.LONGEST));
    }

    @PostMapping
    ResponseEntity<String> answer(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam String say,
            @RequestParam(required = false) @Nullable String words) {
        var answer = Optional.ofNullable(WORDS.get(say)).orElseThrow(IncompleteFormException::new);
        return forms.take(visit, form, () -> {
            desk.answer(visit.order().id(), answer, Words.shortened(words));
            return visit.to("thanks");
        });
    }

    @GetMapping("/thanks")
    ResponseEntity<String> thank(Visit visit, @RequestParam(required = false) @Nullable String late) {
        var facts = new HashMap<String, Object>();
        facts.put("late", late != null);
        facts.put("things", belongings.of(visit));
        answers.of(visit.order().id()).stream()
                .filter(given -> given.kind() == FeedbackKind.USAGE)
                .map(Feedback::answer)
                .findFirst()
                .ifPresent(answer -> facts.put("answer", answer.name()));
        return pages.show(visit, "thanks", facts);
    }
}

package dev.afterglow.portal.web;

import dev.afterglow.feedback.Answers;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.portal.FormKey;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How likely she is to recommend the shop, 0 to 10, why, and later what would make it better. */
@Controller
@RequestMapping("/a/{token}")
class ScorePages {

    private static final int HIGHEST = 10;

    private final Pages pages;
    private final Forms forms;
    private final FeedbackDesk desk;
    private final Answers answers;

    ScorePages(Pages pages, Forms forms, FeedbackDesk desk, Answers answers) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
        this.answers = answers;
    }

    @GetMapping("/score")
    ResponseEntity<String> ask(Visit visit, @RequestParam(required = false) @Nullable String score) {
        var proposed = score == null ? answers.npsOf(visit.order().id()).orElse(null) : number(score);
        return pages.show(visit, "score", facts(proposed, "", false));
    }

    @PostMapping("/score")
    ResponseEntity<String> score(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(defaultValue = "") String words) {
        var chosen = number(score);
        if (chosen == null) {
            return pages.show(HttpStatus.UNPROCESSABLE_ENTITY, visit, "score", facts(null, words, true));
        }
        return forms.take(visit, form, () -> {
            var received = desk.score(visit.order().id(), chosen, Words.shortened(words));
            return visit.to(received.stands() ? "thanks" : "thanks?late");
        });
    }

    @GetMapping("/wish")
    ResponseEntity<String> askForMore(Visit visit) {
        var given = answers.npsOf(visit.order().id());
        return given.isEmpty()
                ? pages.show(visit, "score", facts(null, "", false))
                : pages.show(visit, "wish", Map.of("score", given.get(), "missing", false, "longest", Words.LONGEST));
    }

    @PostMapping("/wish")
    ResponseEntity<String> wish(
            Visit visit, @RequestParam FormKey form, @RequestParam(required = false) @Nullable String words) {
        var given = answers.npsOf(visit.order().id()).orElseThrow(IncompleteFormException::new);
        var wish = Words.shortened(words);
        if (wish == null) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    visit,
                    "wish",
                    Map.of("score", given, "missing", true, "longest", Words.LONGEST));
        }
        return forms.take(visit, form, () -> {
            desk.explain(visit.order().id(), wish);
            return visit.to("thanks");
        });
    }

    private static Map<String, Object> facts(@Nullable Integer score, String words, boolean missing) {
        var facts = new HashMap<String, Object>();
        facts.put("here", "score");
        facts.put("scores", IntStream.rangeClosed(0, HIGHEST).boxed().toList());
        facts.put("score", score == null ? -1 : score);
        facts.put("words", words);
        facts.put("missing", missing);
        facts.put("longest", Words.LONGEST);
        return facts;
    }

    /** Links are typed and cut as well as clicked: what is no score proposes none. */
    private static @Nullable Integer number(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,2}")) {
            return null;
        }
        var number = Integer.parseInt(text);
        return number <= HIGHEST ? number : null;
    }
}

package dev.afterglow.portal.web;

import dev.afterglow.portal.FormKey;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.CaseState;
import dev.afterglow.support.SupportCase;
import dev.afterglow.support.SupportDesk;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversation about one request for help: what was said, a further word, and how it went. */
@Controller
@RequestMapping("/o/{token}/case")
class CasePages {

    private static final int MOST_STARS = 5;

    private final Pages pages;
    private final Forms forms;
    private final SupportDesk desk;

    CasePages(Pages pages, Forms forms, SupportDesk desk) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<String> conversation(
            Visit visit,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) @Nullable String opened,
            @RequestParam(required = false) @Nullable String rated) {
        var news = opened != null ? "opened" : rated != null ? "rated" : "";
        return page(HttpStatus.OK, visit, byId(visit, id), news, "");
    }

    @PostMapping
    ResponseEntity<String> answer(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String words) {
        var found = byId(visit, id);
        var text = Words.shortened(words);
        if (text == null) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, visit, found, "", "words");
        }
        return forms.take(visit, form, () -> {
            desk.customerAnswered(found.id(), text);
            return visit.to("case?id=" + found.id() + "&opened");
        });
    }

    @PostMapping("/rating")
    ResponseEntity<String> rate(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam String id,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(required = false) @Nullable String words) {
        var found = byId(visit, id);
        if (stars < 1 || stars > MOST_STARS) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, visit, found, "", "stars");
        }
        return forms.take(visit, form, () -> {
            desk.rate(found.id(), stars, Words.shortened(words));
            return visit.to("case?id=" + found.id() + "&rated");
        });
    }

    private ResponseEntity<String> page(
            HttpStatus status, Visit visit, SupportCase found, String news, String problem) {
        var outcome = found.outcome();
        var facts = new HashMap<String, Object>();
        facts.put("here", "case?id=" + found.id());
        facts.put("case", found);
        facts.put("said", desk.conversation(found.id()));
        facts.put("news", news);
        facts.put("problem", problem);
        facts.put("mayRate", found.state() != CaseState.OPEN && outcome != null && outcome.isWorthAsking());
        facts.put("stars", List.of(1, 2, 3, 4, MOST_STARS));
        facts.put("longest", Words.LONGEST);
        return pages.show(status, visit, "case", facts);
    }

    /** Only one of this order. */
    private SupportCase byId(Visit visit, String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw new LinkClosedException();
        }
        return desk.byId(CaseId.parse(id))
                .filter(found -> found.order().equals(visit.order().id()))
                .orElseThrow(LinkClosedException::new);
    }
}

package dev.afterglow.portal.web;

import dev.afterglow.portal.FormKey;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for help: what about, which thing, and in her own words. */
@Controller
@RequestMapping("/o/{token}/help")
class HelpPages {

    private static final Map<String, Topic> TOPICS =
            Map.of("question", Topic.QUESTION, "repair", Topic.CARE_AND_REPAIR, "warranty", Topic.WARRANTY_CLAIM);

    private final Pages pages;
    private final Forms forms;
    private final SupportDesk desk;
    private final Belongings belongings;

    HelpPages(Pages pages, Forms forms, SupportDesk desk, Belongings belongings) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
        this.belongings = belongings;
    }

    @GetMapping
    ResponseEntity<String> ask(Visit visit, @RequestParam(defaultValue = "") String topic) {
        return page(HttpStatus.OK, visit, topic, "", "", List.of());
    }

    @PostMapping
    ResponseEntity<String> open(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String words) {
        var about = TOPICS.get(topic);
        var text = Words.shortened(words);
        if (about == null || text == null) {
            var problems = new ArrayList<String>();
            if (about == null) {
                problems.add("topic");
            }
            if (text == null) {
                problems.add("words");
            }
            return page(HttpStatus.UNPROCESSABLE_ENTITY, visit, topic, sku, words, problems);
        }
        var bought = visit.order().lines().stream().anyMatch(line -> sku.equals(line.sku()));
        return forms.take(visit, form, () -> {
            var id = desk.open(visit.order().id(), about, text, bought ? sku : null);
            return visit.to("case?id=" + id + "&opened");
        });
    }

    private ResponseEntity<String> page(
            HttpStatus status, Visit visit, String topic, String sku, String words, List<String> problems) {
        var facts = new HashMap<String, Object>();
        facts.put("topics", List.of("question", "repair", "warranty"));
        facts.put("topic", topic);
        facts.put("sku", sku);
        facts.put("words", words);
        facts.put("problems", problems);
        facts.put(
                "things",
                belongings.of(visit).stream()
                        .filter(thing -> thing.sku() != null)
                        .toList());
        facts.put("cases", desk.of(visit.order().id()));
        facts.put("longest", Words.LONGEST);
        return pages.show(status, visit, "help", facts);
    }
}

package dev.afterglow.operations;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the latest first, for those who run the installation. */
@Controller
class AuditPages {

    private static final int MOST = 100;

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    record Row(
            String moment,
            String person,
            String action,
            @Nullable String subject,
            @Nullable String result) {

        static Row of(AuditTrail.Entry entry) {
            var words = entry.action().replace('_', ' ').toLowerCase(Locale.ROOT);
            return new Row(
                    Wording.moment(entry.at(), ZoneOffset.UTC) + " UTC",
                    entry.person(),
                    words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                    entry.subject(),
                    entry.result());
        }
    }

    @GetMapping("/audit")
    String trail(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        var entries = trail.latest(person.strip(), before, MOST);
        model.addAttribute("person", person.strip());
        model.addAttribute("rows", entries.stream().map(Row::of).toList());
        model.addAttribute(
                "older", entries.size() < MOST ? null : entries.get(MOST - 1).id());
        return "audit";
    }
}

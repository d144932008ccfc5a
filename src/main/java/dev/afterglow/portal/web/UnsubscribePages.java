package dev.afterglow.portal.web;

import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Purpose;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.portal.FormKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leaving: by the mail program's own button (RFC 8058) or by the one on the page; looking at the page is not leaving. */
@Controller
@RequestMapping("/u/{token}")
class UnsubscribePages {

    private final Pages pages;
    private final Forms forms;
    private final Consents consents;
    private final Attempts attempts;
    private final Neighbours neighbours;

    UnsubscribePages(Pages pages, Forms forms, Consents consents, Attempts attempts, Neighbours neighbours) {
        this.pages = pages;
        this.forms = forms;
        this.consents = consents;
        this.attempts = attempts;
        this.neighbours = neighbours;
    }

    @GetMapping
    ResponseEntity<String> ask(Visit visit, @RequestParam(required = false) @Nullable String done) {
        var preferences = neighbours.path(visit, LinkPurpose.PREFERENCES, "");
        return pages.show(visit, "unsubscribe", Map.of("here", "", "done", done != null, "preferences", preferences));
    }

    /** A mail program asks once, without a form of ours; it wants a plain answer and no redirect. */
    @PostMapping(params = "List-Unsubscribe=One-Click")
    ResponseEntity<String> leaveByOneClick(Visit visit) {
        attempts.inTransaction(() -> leave(visit, "one-click"));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("Unsubscribed.");
    }

    @PostMapping(params = "form")
    ResponseEntity<String> leave(Visit visit, @RequestParam FormKey form) {
        return forms.take(visit, form, () -> leave(visit, PreferencePages.SOURCE));
    }

    private String leave(Visit visit, String source) {
        var customer = visit.customer().id();
        consents.withdraw(customer, Purpose.PROMOTIONAL, source);
        consents.withdraw(customer, Purpose.RELATIONAL, source);
        return visit.to("?done");
    }
}

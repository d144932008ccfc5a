package dev.afterglow.portal.web;

import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.LinkRequested;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.SignedLinks;
import dev.afterglow.portal.FormKey;
import dev.afterglow.portal.Submissions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a new link to whoever placed the order, when an expired one is held out; says nothing of the order here. */
@Controller
class RenewalPages {

    private final SignedLinks links;
    private final PostLimits limits;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;
    private final Pages pages;
    private final Languages languages;

    RenewalPages(
            SignedLinks links,
            PostLimits limits,
            Submissions submissions,
            ApplicationEventPublisher events,
            Pages pages,
            Languages languages) {
        this.links = links;
        this.limits = limits;
        this.submissions = submissions;
        this.events = events;
        this.pages = pages;
        this.languages = languages;
    }

    @PostMapping("/{purpose:[oar]}/{token}/new-link")
    ResponseEntity<String> renew(
            @PathVariable String purpose,
            @PathVariable String token,
            @RequestParam FormKey form,
            HttpServletRequest request) {
        var order = expired(purpose, token);
        limits.admit(order, form, request);
        var sent = submissions.once(order, form, () -> {
            events.publishEvent(new LinkRequested(order));
            return "/" + purpose + "/" + token + "/new-link";
        });
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(sent))
                .build();
    }

    @GetMapping("/{purpose:[oar]}/{token}/new-link")
    ResponseEntity<String> sent(@PathVariable String purpose, @PathVariable String token, HttpServletRequest request) {
        expired(purpose, token);
        return pages.show(HttpStatus.OK, languages.ofBrowser(request), "new-link", Map.of());
    }

    private OrderId expired(String purpose, String token) {
        var opened = Arrays.stream(LinkPurpose.values())
                .filter(candidate -> candidate.code().equals(purpose))
                .findFirst()
                .map(known -> links.open(token, known))
                .filter(SignedLinks.Opened::expired)
                .orElseThrow(LinkClosedException::new);
        var order = opened.order();
        if (order == null) {
            throw new LinkClosedException();
        }
        return order;
    }
}

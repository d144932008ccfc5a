package dev.afterglow.portal.web;

import dev.afterglow.portal.FormKey;
import dev.afterglow.portal.Submissions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Takes forms: each once, not too many a minute, and answers with a redirect so that going back or reloading sends
 * nothing again. The link's token in the address is what a forged request cannot know.
 */
@Component
class Forms {

    private final PostLimits limits;
    private final Submissions submissions;

    Forms(PostLimits limits, Submissions submissions) {
        this.limits = limits;
        this.submissions = submissions;
    }

    /** @param work does what the form asks for in one transaction and answers the address of the page that says so */
    ResponseEntity<String> take(Visit visit, FormKey form, Supplier<String> work) {
        var order = visit.order().id();
        limits.admit(order, form, current());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(submissions.once(order, form, work)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static HttpServletRequest current() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}

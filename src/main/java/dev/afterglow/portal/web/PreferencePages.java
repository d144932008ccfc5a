package dev.afterglow.portal.web;

import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Purpose;
import dev.afterglow.portal.FormKey;
import dev.afterglow.portal.PortalSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the customer wants to hear about, in which language, and whether it should rest for a while. */
@Controller
@RequestMapping("/p/{token}")
class PreferencePages {

    static final String SOURCE = "portal";

    private final Pages pages;
    private final Forms forms;
    private final Consents consents;
    private final Customers customers;
    private final PortalSettings settings;
    private final Clock clock;

    PreferencePages(
            Pages pages, Forms forms, Consents consents, Customers customers, PortalSettings settings, Clock clock) {
        this.pages = pages;
        this.forms = forms;
        this.consents = consents;
        this.customers = customers;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> preferences(Visit visit, @RequestParam(required = false) @Nullable String saved) {
        var customer = visit.customer().id();
        var facts = new HashMap<String, Object>();
        facts.put("here", "");
        facts.put("saved", saved != null);
        facts.put("relational", consents.wants(customer, Purpose.RELATIONAL));
        facts.put("promotional", consents.wants(customer, Purpose.PROMOTIONAL));
        facts.put("pauseDays", settings.pause().getDays());
        consents.pausedUntil(customer).ifPresent(until -> facts.put("pausedUntil", until));
        return pages.show(visit, "preferences", facts);
    }

    @PostMapping
    ResponseEntity<String> save(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam(defaultValue = "") List<String> topics,
            @RequestParam String language,
            @RequestParam(defaultValue = "false") boolean pause) {
        return forms.take(visit, form, () -> {
            var customer = visit.customer().id();
            say(customer, Purpose.RELATIONAL, topics.contains("relational"));
            say(customer, Purpose.PROMOTIONAL, topics.contains("promotional"));
            rest(customer, pause);
            if (Languages.WRITTEN.contains(language)
                    && !language.equals(visit.own().getLanguage())) {
                customers.speak(customer, Locale.forLanguageTag(language));
            }
            return visit.in("?saved", "");
        });
    }

    /** Only a change is a word of hers: saving the language says nothing new about a topic. */
    private void say(CustomerId customer, Purpose purpose, boolean wanted) {
        if (consents.wants(customer, purpose) == wanted) {
            return;
        }
        if (wanted) {
            consents.grant(customer, purpose, SOURCE);
        } else {
            consents.withdraw(customer, purpose, SOURCE);
        }
    }

    private void rest(CustomerId customer, boolean pause) {
        var resting = consents.pausedUntil(customer).isPresent();
        if (pause && !resting) {
            consents.pause(customer, clock.instant().plus(settings.pause()));
        }
        if (!pause && resting) {
            consents.resume(customer);
        }
    }
}

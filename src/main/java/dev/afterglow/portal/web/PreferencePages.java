package dev.afterglow.portal.web;

import dev.afterglow.customer.ChannelConsents;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Pause;
import dev.afterglow.customer.Pauses;
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
    private final Pauses pauses;
    private final ChannelConsents channelConsents;
    private final Customers customers;
    private final PortalSettings settings;
    private final Clock clock;

    PreferencePages(
            Pages pages,
            Forms forms,
            Consents consents,
            Pauses pauses,
            ChannelConsents channelConsents,
            Customers customers,
            PortalSettings settings,
            Clock clock) {
        this.pages = pages;
        this.forms = forms;
        this.consents = consents;
        this.pauses = pauses;
        this.channelConsents = channelConsents;
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
        facts.put("channels", channelConsents.of(customer));
        facts.put("pauseDays", settings.pause().getDays());
        pauses.of(customer).ifPresent(pause -> facts.put("paused", pause));
        return pages.show(visit, "preferences", facts);
    }

    @PostMapping
    ResponseEntity<String> save(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam(defaultValue = "") List<String> topics,
            @RequestParam(defaultValue = "") List<String> channels,
            @RequestParam String language,
            @RequestParam(defaultValue = "false") boolean pause,
            @RequestParam(defaultValue = "false") boolean resume) {
        return forms.take(visit, form, () -> {
            var customer = visit.customer().id();
            say(customer, Purpose.RELATIONAL, topics.contains("relational"));
            say(customer, Purpose.PROMOTIONAL, topics.contains("promotional"));
            channelConsents
                    .of(customer)
                    .forEach(known -> channelConsents.say(
                            customer,
                            known.channel(),
                            channels.contains(known.channel().name()),
                            SOURCE));
            rest(customer, pause, resume);
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

    /** A pause, hers or one an agent asked for, ends only when she says so: a box left alone changes nothing. */
    private void rest(CustomerId customer, boolean pause, boolean resume) {
        var resting = pauses.of(customer).isPresent();
        if (resume && resting) {
            pauses.resume(customer, Pause.CUSTOMER);
        } else if (pause && !resting) {
            pauses.pause(customer, clock.instant().plus(settings.pause()), Pause.CUSTOMER);
        }
    }
}

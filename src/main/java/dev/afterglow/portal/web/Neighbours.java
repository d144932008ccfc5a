package dev.afterglow.portal.web;

import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.SignedLinks;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The pages of the same order behind links of other purposes. */
@Component
class Neighbours {

    private final SignedLinks links;
    private final Clock clock;

    Neighbours(SignedLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** As a path, for the customer may have come by another name of this server; in the language she switched to. */
    String path(Visit visit, LinkPurpose purpose, String page) {
        var token = links.token(visit.order().id(), purpose, clock.instant());
        return new Visit(token, purpose, visit.order(), visit.customer(), visit.locale(), visit.switched()).to(page);
    }
}

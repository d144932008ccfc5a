package dev.afterglow.journey.touchpoint;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Order;
import dev.afterglow.order.SignedLinks;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The customer's pages a message may lead to; a link's days are counted from the day the message is written. */
@Component
class PortalLinks {

    private static final int HIGHEST_SCORE = 10;

    private final SignedLinks links;
    private final Clock clock;

    PortalLinks(SignedLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    Map<String, URI> of(Order order) {
        var pages = new LinkedHashMap<String, URI>();
        var own = to(order, LinkPurpose.ORDER);
        pages.put("order", own);
        for (var page : new String[] {"care", "withdraw", "help"}) {
            pages.put(page, below(own, "/" + page));
        }
        pages.put("give-back", below(own, "/return"));
        pages.put("return", to(order, LinkPurpose.RETURN));
        var answer = to(order, LinkPurpose.ANSWER);
        pages.put("answer", answer);
        pages.put("answer-good", below(answer, "?say=works"));
        pages.put("answer-notyet", below(answer, "?say=not-yet"));
        pages.put("answer-problem", below(answer, "?say=problem"));
        pages.put("review", below(answer, "/review"));
        pages.put("score", below(answer, "/score"));
        pages.put("wish", below(answer, "/wish"));
        for (var score = 0; score <= HIGHEST_SCORE; score++) {
            pages.put("score-" + score, below(answer, "/score?score=" + score));
        }
        pages.put("preferences", to(order, LinkPurpose.PREFERENCES));
        pages.put("unsubscribe", to(order, LinkPurpose.UNSUBSCRIBE));
        return pages;
    }

    private URI to(Order order, LinkPurpose purpose) {
        return links.to(order.id(), purpose, clock.instant().truncatedTo(DAYS));
    }

    private static URI below(URI page, String rest) {
        return URI.create(page + rest);
    }
}

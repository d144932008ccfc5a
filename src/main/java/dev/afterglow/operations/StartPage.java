package dev.afterglow.operations;

import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.message.TouchpointRecords;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The front door: where each person begins. */
@Controller
class StartPage {

    private final JourneyTimelines timelines;
    private final TouchpointRecords touchpoints;
    private final ObjectProvider<Playground> playground;
    private final Clock clock;

    StartPage(
            JourneyTimelines timelines,
            TouchpointRecords touchpoints,
            ObjectProvider<Playground> playground,
            Clock clock) {
        this.timelines = timelines;
        this.touchpoints = touchpoints;
        this.playground = playground;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute(
                "server", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        model.addAttribute("placedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS));
        model.addAttribute("demo", playground.getIfAvailable());
        playground.ifAvailable(demo -> count(model));
        return "start";
    }

    /** In the demo alone: a year of a large shop's orders is too much to count for a page. */
    private void count(Model model) {
        model.addAttribute("running", timelines.running());
        model.addAttribute("sent", touchpoints.sent());
    }
}

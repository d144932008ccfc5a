package dev.afterglow.operations;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.journey.JourneyStandings;
import dev.afterglow.journey.JourneyStandings.Standing;
import dev.afterglow.journey.JourneyTimeline;
import dev.afterglow.journey.JourneyTimeline.State;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** The orders and each one's story. */
@Controller
@RequestMapping("/orders")
class OrderPages {

    private static final int MOST = 100;

    private final Orders orders;
    private final Shipments shipments;
    private final JourneyTimelines timelines;
    private final JourneyStandings standings;
    private final Clock clock;
    private final ObjectProvider<Playground> playground;

    OrderPages(
            Orders orders,
            Shipments shipments,
            JourneyTimelines timelines,
            JourneyStandings standings,
            Clock clock,
            ObjectProvider<Playground> playground) {
        this.orders = orders;
        this.shipments = shipments;
        this.timelines = timelines;
        this.standings = standings;
        this.clock = clock;
        this.playground = playground;
    }

    record Row(
            String number,
            String customer,
            String items,
            String placed,
            String country,
            String state,
            String standing,
            @Nullable String next) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String number, Model model) {
        if (number != null && !number.isBlank()) {
            var found = orders.byNumber(number);
            if (found.isPresent()) {
                return "redirect:/orders/"
                        + UriUtils.encodePathSegment(found.get().number(), StandardCharsets.UTF_8);
            }
            model.addAttribute("unknown", number.strip());
        }
        model.addAttribute("orders", rows(orders.latest(MOST)));
        return "orders";
    }

    @GetMapping("/{number}")
    String order(@PathVariable String number, Model model) {
        var order = orders.byNumber(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "No order has the number " + number + "."));
        var dossier = orders.dossier(order.id()).orElseThrow();
        var timeline = timelines.of(order.id());
        var story = new OrderStory(
                order,
                shipments.of(order.id()),
                timeline,
                dossier.zone(),
                clock.instant(),
                Optional.ofNullable(playground.getIfAvailable()));
        model.addAttribute("order", order);
        model.addAttribute("customer", name(dossier));
        model.addAttribute(
                "email",
                Optional.ofNullable(dossier.customer().email())
                        .map(EmailAddress::value)
                        .orElse(null));
        model.addAttribute("zone", dossier.zone().getId());
        model.addAttribute("language", dossier.locale().getDisplayLanguage(Locale.ENGLISH));
        model.addAttribute("timeline", timeline);
        model.addAttribute("standing", standing(order, timeline));
        model.addAttribute("past", story.past());
        model.addAttribute("ahead", story.ahead());
        return "order";
    }

    private List<Row> rows(List<Dossier> dossiers) {
        var standing = standings.of(
                dossiers.stream().map(dossier -> dossier.order().id()).toList());
        return dossiers.stream()
                .map(dossier -> row(
                        dossier,
                        Optional.ofNullable(standing.get(dossier.order().id()))))
                .toList();
    }

    private static Row row(Dossier dossier, Optional<Standing> standing) {
        var order = dossier.order();
        return new Row(
                order.number(),
                name(dossier),
                order.lines().stream()
                        .map(line -> line.quantity() > 1 ? line.quantity() + " × " + line.title() : line.title())
                        .collect(Collectors.joining(", ")),
                Wording.moment(order.placedAt(), dossier.zone()),
                Optional.ofNullable(order.address().country()).orElse(""),
                standing.map(Standing::state).orElse(State.NONE).name().toLowerCase(Locale.ROOT),
                standing.map(known -> known.outcome() == null ? "Under way" : Wording.ending(known.outcome()))
                        .orElseGet(() -> withoutJourney(order)),
                standing.map(Standing::next)
                        .map(next -> Wording.touchpoint(next.touchpoint()) + ", "
                                + Wording.moment(next.due(), dossier.zone()))
                        .orElse(null));
    }

    private static String standing(Order order, JourneyTimeline timeline) {
        return switch (timeline.state()) {
            case RUNNING -> timeline.waitingAt() == null ? "At work" : "Waiting: " + timeline.waitingAt();
            case ENDED -> Wording.ending(Optional.ofNullable(timeline.outcome()).orElse("COMPLETED"));
            case NONE -> withoutJourney(order);
        };
    }

    private static String withoutJourney(Order order) {
        return order.isAccompanied() ? "Without a journey" : order.isCancelled() ? "Cancelled" : "Recorded only";
    }

    private static String name(Dossier dossier) {
        var customer = dossier.customer();
        return Optional.of(Stream.of(customer.firstName(), customer.lastName())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(dossier.order().address().recipient()))
                .orElse("Unknown customer");
    }
}

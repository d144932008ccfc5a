package dev.afterglow.operations;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Shop;
import dev.afterglow.journey.JourneyTimeline;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipments;
import java.time.Clock;
import java.time.ZoneId;
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

/** The orders and each one's story. */
@Controller
@RequestMapping("/orders")
class OrderPages {

    private static final int MOST = 100;

    private final Orders orders;
    private final Shipments shipments;
    private final Customers customers;
    private final JourneyTimelines timelines;
    private final Shop shop;
    private final Clock clock;
    private final ObjectProvider<Playground> playground;

    OrderPages(
            Orders orders,
            Shipments shipments,
            Customers customers,
            JourneyTimelines timelines,
            Shop shop,
            Clock clock,
            ObjectProvider<Playground> playground) {
        this.orders = orders;
        this.shipments = shipments;
        this.customers = customers;
        this.timelines = timelines;
        this.shop = shop;
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
                return "redirect:/orders/" + found.get().number();
            }
            model.addAttribute("unknown", number.strip());
        }
        model.addAttribute("orders", orders.latest(MOST).stream().map(this::row).toList());
        return "orders";
    }

    @GetMapping("/{number}")
    String order(@PathVariable String number, Model model) {
        var order = orders.byNumber(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "No order has the number " + number + "."));
        var customer = customers.byId(order.customer());
        var zone = zone(order, customer);
        var timeline = timelines.of(order.id());
        var story = new OrderStory(
                order,
                shipments.of(order.id()),
                timeline,
                zone,
                clock.instant(),
                Optional.ofNullable(playground.getIfAvailable()));
        model.addAttribute("order", order);
        model.addAttribute("customer", name(order, customer));
        model.addAttribute(
                "email", customer.map(Customer::email).map(EmailAddress::value).orElse(null));
        model.addAttribute("zone", zone.getId());
        model.addAttribute("language", language(order, customer));
        model.addAttribute("timeline", timeline);
        model.addAttribute("standing", standing(order, timeline));
        model.addAttribute("past", story.past());
        model.addAttribute("ahead", story.ahead());
        return "order";
    }

    private Row row(Order order) {
        var customer = customers.byId(order.customer());
        var timeline = timelines.of(order.id());
        var zone = zone(order, customer);
        return new Row(
                order.number(),
                name(order, customer),
                order.lines().stream()
                        .map(line -> line.quantity() > 1 ? line.quantity() + " × " + line.title() : line.title())
                        .collect(Collectors.joining(", ")),
                Wording.moment(order.placedAt(), zone),
                Optional.ofNullable(order.address().country()).orElse(""),
                timeline.state().name().toLowerCase(Locale.ROOT),
                standing(order, timeline),
                timeline.ahead().stream()
                        .findFirst()
                        .map(next -> Wording.touchpoint(next.touchpoint()) + ", " + Wording.moment(next.due(), zone))
                        .orElse(null));
    }

    private static String standing(Order order, JourneyTimeline timeline) {
        return switch (timeline.state()) {
            case RUNNING -> timeline.waitingAt() == null ? "At work" : "Waiting: " + timeline.waitingAt();
            case ENDED -> Wording.ending(Optional.ofNullable(timeline.outcome()).orElse("COMPLETED"));
            case NONE ->
                order.isAccompanied() ? "Without a journey" : order.isCancelled() ? "Cancelled" : "Recorded only";
        };
    }

    private String language(Order order, Optional<Customer> customer) {
        return Optional.ofNullable(order.locale())
                .or(() -> customer.map(Customer::locale))
                .orElse(shop.locale())
                .getDisplayLanguage(Locale.ENGLISH);
    }

    private ZoneId zone(Order order, Optional<Customer> customer) {
        return Optional.ofNullable(order.zone())
                .or(() -> customer.map(Customer::zone))
                .orElse(shop.zone());
    }

    private static String name(Order order, Optional<Customer> customer) {
        return customer.map(known -> Stream.of(known.firstName(), known.lastName())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(order.address().recipient()))
                .orElse("Unknown customer");
    }
}

package dev.afterglow.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.customer.Shop;
import dev.afterglow.intake.DeliveryState;
import dev.afterglow.intake.Replays;
import dev.afterglow.intake.Replays.Replayed;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.SourceSilence;
import dev.afterglow.intake.StoredDeliveries;
import dev.afterglow.intake.StoredDeliveries.Choice;
import dev.afterglow.intake.StoredDelivery;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators look at: whether the sources of orders speak, and what they delivered. */
@Controller
@RequestMapping("/operations")
class DeliveryPages {

    private static final int MOST = 100;

    private final StoredDeliveries deliveries;
    private final Replays replays;
    private final SourceSilence silence;
    private final Shop shop;
    private final ObjectMapper json;

    DeliveryPages(StoredDeliveries deliveries, Replays replays, SourceSilence silence, Shop shop, ObjectMapper json) {
        this.deliveries = deliveries;
        this.replays = replays;
        this.silence = silence;
        this.shop = shop;
        this.json = json;
    }

    record SourceRow(String name, String heard, boolean quiet, String standing) {}

    record Row(
            long id,
            String source,
            String topic,
            String received,
            String state,
            String standing,
            @Nullable String detail) {}

    record ReplayRow(String by, String at, String standing) {}

    @GetMapping
    String overview(Model model) {
        model.addAttribute("sources", silence.all().stream().map(this::source).toList());
        var open = deliveries.open();
        model.addAttribute("failed", open.getOrDefault(DeliveryState.FAILED, 0L));
        model.addAttribute("parked", open.getOrDefault(DeliveryState.PARKED, 0L));
        return "operations";
    }

    @GetMapping("/deliveries")
    String list(
            @RequestParam(required = false) @Nullable Sender source,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var choice = new Choice(source, state, null, before == null ? null : before - 1);
        var found = deliveries.latest(choice, MOST);
        model.addAttribute("rows", found.stream().map(this::row).toList());
        model.addAttribute("senders", Sender.values());
        model.addAttribute("source", source);
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute(
                "earlier", found.size() < MOST ? null : found.get(MOST - 1).id());
        return "deliveries";
    }

    @GetMapping("/deliveries/{id}")
    String one(@PathVariable long id, Model model) {
        var delivery = deliveries.byId(id).orElseThrow(() -> unknown(id));
        model.addAttribute("row", row(delivery));
        model.addAttribute("call", delivery.call());
        model.addAttribute("order", delivery.order());
        model.addAttribute("headers", delivery.call().headers());
        model.addAttribute("emptied", delivery.isEmptied());
        model.addAttribute("body", readable(delivery.call().body()));
        model.addAttribute(
                "replays",
                delivery.replays().stream()
                        .map(replay ->
                                new ReplayRow(replay.by(), moment(replay.at()), Wording.delivery(replay.state())))
                        .toList());
        return "delivery";
    }

    @PostMapping("/deliveries/{id}/replay")
    String replay(@PathVariable long id, Principal person, RedirectAttributes flash) {
        deliveries.byId(id).orElseThrow(() -> unknown(id));
        var replayed = replays.one(id, person.getName());
        flash.addFlashAttribute("said", Wording.delivery(replayed.state()) + ". " + replayed.detail() + ".");
        return "redirect:/operations/deliveries/" + id;
    }

    @PostMapping("/deliveries/replay")
    String replay(
            @RequestParam long from,
            @RequestParam long to,
            @RequestParam(required = false) @Nullable Sender source,
            @RequestParam(required = false) @Nullable DeliveryState state,
            Principal person,
            RedirectAttributes flash) {
        var replayed = replays.all(new Choice(source, state, from, to), person.getName());
        flash.addFlashAttribute("said", summary(replayed));
        return "redirect:/operations/deliveries";
    }

    private static String summary(List<Replayed> replayed) {
        if (replayed.isEmpty()) {
            return "No delivery lies in that range; nothing was replayed.";
        }
        var states = replayed.stream()
                .collect(Collectors.groupingBy(one -> Wording.delivery(one.state()), Collectors.counting()));
        var more = replayed.size() < Replays.MOST
                ? ""
                : " At most " + Replays.MOST + " are replayed at once; go on after number "
                        + replayed.get(replayed.size() - 1).id() + ".";
        return replayed.size() + " replayed. "
                + states.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "))
                + "." + more;
    }

    private SourceRow source(SourceSilence.Source source) {
        var standing = source.isQuiet()
                ? "Quiet for " + Wording.spell(source.silence())
                : "Heard within " + Wording.spell(source.allowed());
        return new SourceRow(
                source.name(),
                moment(source.since()),
                source.isQuiet(),
                source.allowed().isZero() ? "Not watched" : standing);
    }

    private Row row(StoredDelivery delivery) {
        return new Row(
                delivery.id(),
                delivery.call().sender().title(),
                delivery.call().topic(),
                moment(delivery.receivedAt()),
                delivery.state().name().toLowerCase(Locale.ROOT),
                Wording.delivery(delivery.state()),
                delivery.detail());
    }

    private String moment(Instant at) {
        return Wording.moment(at, shop.zone());
    }

    /** Indented where it is JSON, else as it came. */
    private String readable(String body) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(body));
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No stored delivery has the number " + id + ".");
    }
}

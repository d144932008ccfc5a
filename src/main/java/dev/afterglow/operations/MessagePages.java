package dev.afterglow.operations;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Purpose;
import dev.afterglow.customer.Shop;
import dev.afterglow.journey.MessageDrafts;
import dev.afterglow.message.MessageFacts;
import dev.afterglow.message.MessagePreviews;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.Touchpoints;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The catalogue of messages for those who write them: every touchpoint, variant, language, for a real order. */
@Controller
@RequestMapping({"/messages", "/demo/messages"})
class MessagePages {

    private static final int SAMPLES = 30;

    /** A mail may style itself and show pictures; it may run nothing and be framed by this site only. */
    private static final String MAIL_POLICY = "default-src 'none'; img-src 'self' https: data:;"
            + " style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Touchpoints touchpoints;
    private final MessageDrafts drafts;
    private final MessagePreviews previews;
    private final Orders orders;
    private final Shop shop;

    MessagePages(Touchpoints touchpoints, MessageDrafts drafts, MessagePreviews previews, Orders orders, Shop shop) {
        this.touchpoints = touchpoints;
        this.drafts = drafts;
        this.previews = previews;
        this.orders = orders;
        this.shop = shop;
    }

    record Row(
            String key,
            String title,
            String words,
            String purpose,
            String objective,
            String format,
            List<String> variants) {}

    /** The messages of one purpose. */
    record Shelf(String purpose, String title, String words, List<Row> rows) {}

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("base", base(request));
        model.addAttribute(
                "shelves", Stream.of(Purpose.values()).map(this::shelf).toList());
        return "messages";
    }

    @GetMapping("/{key}")
    String message(
            @PathVariable String key,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request,
            Model model) {
        var choice = MessageChoice.of(asked);
        var touchpoint = touchpoint(key);
        // Page and frame show the same order, even when a newer one comes in between.
        var named = choice.orElseAbout(samples().stream().map(Order::number).toList());
        model.addAttribute("base", base(request));
        model.addAttribute("row", row(touchpoint));
        model.addAttribute("choice", named);
        model.addAttribute("orders", samples());
        var facts = facts(touchpoint, named);
        if (facts != null) {
            model.addAttribute("preview", previews.of(touchpoint, named.locale(), facts));
        }
        return "message";
    }

    @GetMapping("/{key}/html")
    ResponseEntity<String> html(@PathVariable String key, @RequestParam Map<String, String> asked) {
        var choice = MessageChoice.of(asked);
        var touchpoint = touchpoint(key);
        var facts = facts(touchpoint, choice);
        var html = facts == null
                ? null
                : previews.of(touchpoint, choice.locale(), facts).html();
        if (html == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This message has no HTML part; read its text.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .body(choice.shown(html));
    }

    /** Sends it to the shop's own mailbox; in the demo every mail lands in the demo's mailbox. */
    @PostMapping("/{key}/send")
    String send(@PathVariable String key, @RequestParam Map<String, String> asked, HttpServletRequest request) {
        var choice = MessageChoice.of(asked);
        var touchpoint = touchpoint(key);
        var facts = facts(touchpoint, choice);
        if (facts != null) {
            previews.send(
                    touchpoint,
                    choice.locale(),
                    facts,
                    EmailAddress.of(shop.supportEmail()).orElseThrow());
        }
        return "redirect:" + base(request) + "/" + key + choice.query() + "&sent=true";
    }

    private Touchpoint touchpoint(String key) {
        return touchpoints.all().stream()
                .filter(touchpoint -> touchpoint.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no message with this name; the catalogue lists all."));
    }

    private @Nullable MessageFacts facts(Touchpoint touchpoint, MessageChoice choice) {
        var variant = drafts.variantsOf(touchpoint.key()).contains(choice.variant()) ? choice.variant() : null;
        var number = choice.order();
        var order = number == null || number.isEmpty() ? samples().stream().findFirst() : orders.byNumber(number);
        return order.flatMap(sample -> drafts.of(touchpoint, sample.id(), variant, choice.locale()))
                .orElse(null);
    }

    private List<Order> samples() {
        return orders.latest(SAMPLES).stream().map(Dossier::order).toList();
    }

    private Row row(Touchpoint touchpoint) {
        return new Row(
                touchpoint.key(),
                Wording.touchpoint(touchpoint.key()),
                touchpoints.wordsAbout(touchpoint.key()),
                word(touchpoint.purpose()),
                word(touchpoint.objective()),
                word(touchpoint.format()),
                drafts.variantsOf(touchpoint.key()));
    }

    private Shelf shelf(Purpose purpose) {
        var rows = touchpoints.all().stream()
                .filter(touchpoint -> touchpoint.purpose() == purpose)
                .map(this::row)
                .toList();
        return switch (purpose) {
            case TRANSACTIONAL ->
                new Shelf(
                        word(purpose),
                        "Part of the purchase",
                        "Sent at once, whatever the hour. Nothing in them sells.",
                        rows);
            case RELATIONAL ->
                new Shelf(
                        word(purpose),
                        "Between us",
                        "Sent in her hours, unless she would rather not hear from us.",
                        rows);
            case PROMOTIONAL ->
                new Shelf(
                        word(purpose),
                        "To come back for",
                        "At most two for an order, never while something is open, and never to those who said no.",
                        rows);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String base(HttpServletRequest request) {
        return request.getServletPath().startsWith("/demo/") ? "/demo/messages" : "/messages";
    }
}

package dev.afterglow.demo.web;

import dev.afterglow.demo.MaisonLumen;
import dev.afterglow.demo.Ware;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipments;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The shop's own pages, so that every link in a mail of the demo leads somewhere. */
@Controller
@Profile("demo")
@RequestMapping("/demo")
class ShopPages {

    private static final List<String> LANGUAGES = List.of("en", "fr", "de");

    private final MaisonLumen shop;
    private final Orders orders;
    private final Shipments shipments;

    ShopPages(MaisonLumen shop, Orders orders, Shipments shipments) {
        this.shop = shop;
        this.orders = orders;
        this.shipments = shipments;
    }

    @GetMapping("/products/{sku}")
    String product(
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String lang,
            Locale locale,
            Model model) {
        show(ware(sku), language(lang, locale), model);
        return "demo/product";
    }

    @GetMapping("/guides/{sku}")
    String guide(
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String lang,
            Locale locale,
            Model model) {
        var ware = ware(sku);
        if (ware.in("en").guide() == null) {
            throw missing(ware.in("en").title() + " needs no guide.");
        }
        show(ware, language(lang, locale), model);
        return "demo/guide";
    }

    @GetMapping("/orders/{number}")
    String order(@PathVariable String number, Model model) {
        var order = orders.byNumber(number).orElseThrow(() -> missing("We know of no order " + number + "."));
        var language = language(null, Objects.requireNonNullElse(order.locale(), Locale.ENGLISH));
        model.addAttribute("texts", ShopTexts.in(language));
        model.addAttribute("language", language);
        model.addAttribute("order", order);
        model.addAttribute("state", state(order));
        model.addAttribute("parcels", shipments.of(order.id()));
        return "demo/order";
    }

    private String state(Order order) {
        var parcels = shipments.of(order.id());
        if (order.isCancelled()) {
            return "cancelled";
        }
        if (parcels.stream()
                .anyMatch(
                        parcel -> parcel.deliveredAt() == null && parcel.state().isLate())) {
            return "late";
        }
        if (!parcels.isEmpty() && parcels.stream().allMatch(parcel -> parcel.deliveredAt() != null)) {
            return "delivered";
        }
        return parcels.stream().anyMatch(parcel -> parcel.state().isOnItsWay()) ? "shipped" : "placed";
    }

    private void show(Ware ware, String language, Model model) {
        model.addAttribute("texts", ShopTexts.in(language));
        model.addAttribute("language", language);
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute("ware", ware);
        model.addAttribute("words", ware.in(language));
        model.addAttribute(
                "complements",
                ware.complements().stream()
                        .flatMap(sku -> shop.ware(sku).stream())
                        .toList());
    }

    private Ware ware(String sku) {
        return shop.ware(sku).orElseThrow(() -> missing("Maison Lumen sells nothing under the number " + sku + "."));
    }

    private static String language(@Nullable String wanted, Locale otherwise) {
        if (wanted != null && LANGUAGES.contains(wanted)) {
            return wanted;
        }
        return LANGUAGES.contains(otherwise.getLanguage()) ? otherwise.getLanguage() : "en";
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }
}

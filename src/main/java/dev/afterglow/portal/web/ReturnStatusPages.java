package dev.afterglow.portal.web;

import dev.afterglow.portal.FormKey;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnLabels;
import dev.afterglow.returns.ReturnNotPossibleException;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.Returns;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What becomes of what was given back: where it stands, the label to print, and taking it back. */
@Controller
@RequestMapping("/r/{token}")
class ReturnStatusPages {

    private final Pages pages;
    private final Forms forms;
    private final Returns returns;
    private final ReturnLabels labels;
    private final Belongings belongings;

    ReturnStatusPages(Pages pages, Forms forms, Returns returns, ReturnLabels labels, Belongings belongings) {
        this.pages = pages;
        this.forms = forms;
        this.returns = returns;
        this.labels = labels;
        this.belongings = belongings;
    }

    @GetMapping
    ResponseEntity<String> status(
            Visit visit,
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String cancelled) {
        return status(HttpStatus.OK, visit, asked != null ? "asked" : cancelled != null ? "cancelled" : "");
    }

    @GetMapping("/label")
    ResponseEntity<String> label(Visit visit, @RequestParam(name = "rma", defaultValue = "") String number) {
        var it = byNumber(visit, number);
        if (it.state() != ReturnState.APPROVED) {
            return status(HttpStatus.CONFLICT, visit, "no-label");
        }
        return pages.show(
                visit,
                "label",
                Map.of(
                        "here",
                        "label?rma=" + it.number(),
                        "return",
                        it,
                        "label",
                        labels.of(it.id()),
                        "things",
                        belongings.of(visit)));
    }

    @GetMapping("/code.png")
    ResponseEntity<byte[]> code(Visit visit, @RequestParam(name = "rma", defaultValue = "") String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(labels.qrCode(byNumber(visit, number).id()));
    }

    @GetMapping("/cancel")
    ResponseEntity<String> askToCancel(Visit visit, @RequestParam(name = "rma", defaultValue = "") String number) {
        var it = byNumber(visit, number);
        return it.mayBeTakenBackByCustomer()
                ? pages.show(
                        visit,
                        "return-cancel",
                        Map.of("here", "cancel?rma=" + it.number(), "return", it, "things", belongings.of(visit)))
                : status(HttpStatus.CONFLICT, visit, "too-late");
    }

    @PostMapping("/cancel")
    ResponseEntity<String> cancel(Visit visit, @RequestParam FormKey form, @RequestParam(name = "rma") String number) {
        var it = byNumber(visit, number);
        if (it.state() != ReturnState.CANCELLED && !it.mayBeTakenBackByCustomer()) {
            return status(HttpStatus.CONFLICT, visit, "too-late");
        }
        try {
            return forms.take(visit, form, () -> {
                returns.cancel(it.id(), "customer");
                return visit.to("?cancelled");
            });
        } catch (ReturnNotPossibleException e) {
            return status(HttpStatus.CONFLICT, visit, "too-late");
        }
    }

    private ResponseEntity<String> status(HttpStatus status, Visit visit, String news) {
        var newestFirst = returns.of(visit.order().id()).stream()
                .sorted(Comparator.comparing(Return::requestedAt)
                        .thenComparing(it -> it.id().value())
                        .reversed())
                .toList();
        return pages.show(
                status,
                visit,
                "return-status",
                Map.of("here", "", "returns", newestFirst, "news", news, "things", belongings.of(visit)));
    }

    /** Only one of this order: a number read elsewhere opens nothing here. */
    private Return byNumber(Visit visit, String number) {
        return returns.of(visit.order().id()).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow(LinkClosedException::new);
    }
}

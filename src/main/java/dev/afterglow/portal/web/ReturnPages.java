package dev.afterglow.portal.web;

import dev.afterglow.order.LinkPurpose;
import dev.afterglow.portal.FormKey;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.ReturnNotPossibleException;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnRequest;
import dev.afterglow.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Giving something back in three steps: what, why, and what for. The first two only look, so they are asked for with
 * GET and going back costs nothing; the third shows the amounts and asks for the return.
 */
@Controller
@RequestMapping("/o/{token}/return")
class ReturnPages {

    /** Those a customer would say of herself. */
    private static final List<ReturnReason> REASONS = Arrays.stream(ReturnReason.values())
            .filter(reason -> reason != ReturnReason.UNKNOWN)
            .toList();

    private final Pages pages;
    private final Forms forms;
    private final Returns returns;
    private final Belongings belongings;
    private final Neighbours neighbours;

    ReturnPages(Pages pages, Forms forms, Returns returns, Belongings belongings, Neighbours neighbours) {
        this.pages = pages;
        this.forms = forms;
        this.returns = returns;
        this.belongings = belongings;
        this.neighbours = neighbours;
    }

    @GetMapping
    ResponseEntity<String> what(Visit visit, HttpServletRequest request) {
        return what(HttpStatus.OK, visit, chosen(visit, request), "");
    }

    @GetMapping("/reason")
    ResponseEntity<String> why(Visit visit, HttpServletRequest request) {
        var chosen = chosen(visit, request);
        return chosen.isEmpty()
                ? what(HttpStatus.UNPROCESSABLE_ENTITY, visit, chosen, "nothing")
                : why(visit, chosen, false);
    }

    @GetMapping("/solution")
    ResponseEntity<String> whatFor(
            Visit visit, HttpServletRequest request, @RequestParam(required = false) @Nullable String reason) {
        var chosen = chosen(visit, request);
        var why = reason(reason);
        if (chosen.isEmpty()) {
            return what(HttpStatus.UNPROCESSABLE_ENTITY, visit, chosen, "nothing");
        }
        return why.isEmpty() ? why(visit, chosen, true) : whatFor(visit, chosen, why.get(), "", "", "", List.of());
    }

    @PostMapping
    ResponseEntity<String> request(
            Visit visit,
            HttpServletRequest request,
            @RequestParam FormKey form,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String resolution,
            @RequestParam(defaultValue = "") String wish,
            @RequestParam(defaultValue = "") String note) {
        var chosen = chosen(visit, request);
        var why = reason(reason).orElseThrow(IncompleteFormException::new);
        var choice = Arrays.stream(Resolution.values())
                .filter(known -> known.name().equals(resolution))
                .findFirst();
        if (choice.isEmpty() || why == ReturnReason.OTHER && note.isBlank()) {
            var problem = choice.isEmpty() ? "resolution" : "note";
            return whatFor(visit, chosen, why, resolution, wish, note, List.of(problem));
        }
        try {
            return forms.take(visit, form, () -> {
                returns.request(new ReturnRequest(
                        visit.order().id(), chosen.units(), why, choice.get(), note, wish, form.value()));
                return neighbours.path(visit, LinkPurpose.RETURN, "?asked");
            });
        } catch (ReturnNotPossibleException e) {
            return what(HttpStatus.CONFLICT, visit, chosen, "left");
        }
    }

    private ResponseEntity<String> what(HttpStatus status, Visit visit, ChosenUnits chosen, String problem) {
        var facts = facts(visit, chosen);
        facts.put("here", "return");
        facts.put(
                "lines",
                visit.order().isCancelled()
                        ? List.of()
                        : returns.returnable(visit.order().id()));
        facts.put("problem", problem);
        facts.put("status", neighbours.path(visit, LinkPurpose.RETURN, ""));
        facts.put("withdrawn", returns.hasWithdrawn(visit.order().id()));
        facts.put("asked", !returns.of(visit.order().id()).isEmpty());
        return pages.show(status, visit, "return", facts);
    }

    private ResponseEntity<String> why(Visit visit, ChosenUnits chosen, boolean missing) {
        var facts = facts(visit, chosen);
        facts.put("here", "return");
        facts.put("reasons", REASONS);
        facts.put("missing", missing);
        return pages.show(missing ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK, visit, "return-reason", facts);
    }

    private ResponseEntity<String> whatFor(
            Visit visit,
            ChosenUnits chosen,
            ReturnReason reason,
            String resolution,
            String wish,
            String note,
            List<String> problems) {
        var facts = facts(visit, chosen);
        try {
            facts.put("offer", returns.offer(visit.order().id(), chosen.units(), reason));
        } catch (ReturnNotPossibleException e) {
            return what(HttpStatus.CONFLICT, visit, chosen, "left");
        }
        facts.put("here", "return");
        facts.put("reason", reason);
        facts.put("resolution", resolution);
        facts.put("wish", wish);
        facts.put("note", note);
        facts.put("problems", problems);
        var status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        return pages.show(status, visit, "return-solution", facts);
    }

    private Map<String, Object> facts(Visit visit, ChosenUnits chosen) {
        var facts = new HashMap<String, Object>();
        facts.put("things", belongings.of(visit));
        facts.put("chosen", chosen);
        return facts;
    }

    private static ChosenUnits chosen(Visit visit, HttpServletRequest request) {
        return ChosenUnits.of(request, visit.order().lines().size());
    }

    private static Optional<ReturnReason> reason(@Nullable String text) {
        return REASONS.stream().filter(reason -> reason.name().equals(text)).findFirst();
    }
}

package dev.afterglow.portal.web;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.portal.FormKey;
import dev.afterglow.returns.ReturnNotPossibleException;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.Returns;
import dev.afterglow.returns.Withdrawal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "Withdraw from contract here" (Directive (EU) 2023/2673): the statement, filled in already, and its confirmation. No
 * reason is asked for, and nothing else stands in the way.
 */
@Controller
@RequestMapping("/o/{token}/withdraw")
class WithdrawalPages {

    private static final int LONGEST_NAME = 200;

    private final Pages pages;
    private final Forms forms;
    private final Returns returns;
    private final Belongings belongings;
    private final Neighbours neighbours;

    WithdrawalPages(Pages pages, Forms forms, Returns returns, Belongings belongings, Neighbours neighbours) {
        this.pages = pages;
        this.forms = forms;
        this.returns = returns;
        this.belongings = belongings;
        this.neighbours = neighbours;
    }

    @GetMapping
    ResponseEntity<String> statement(Visit visit) {
        var email = visit.customer().email();
        return statement(HttpStatus.OK, visit, name(visit.customer()), email == null ? "" : email.value(), List.of());
    }

    @PostMapping
    ResponseEntity<String> withdraw(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email) {
        var problems = new ArrayList<String>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add("name");
        }
        if (EmailAddress.of(email).isEmpty()) {
            problems.add("email");
        }
        if (!problems.isEmpty()) {
            return statement(HttpStatus.UNPROCESSABLE_ENTITY, visit, name, email, problems);
        }
        try {
            return forms.take(visit, form, () -> {
                returns.withdraw(visit.order().id(), name.strip(), email.strip());
                return visit.to("withdraw");
            });
        } catch (ReturnNotPossibleException e) {
            return statement(HttpStatus.CONFLICT, visit, name, email, List.of());
        }
    }

    private ResponseEntity<String> statement(
            HttpStatus status, Visit visit, String name, String email, List<String> problems) {
        var order = visit.order().id();
        var facts = new HashMap<String, Object>();
        facts.put("here", "withdraw");
        facts.put("open", returns.withdrawalOpen(order));
        facts.put("things", belongings.of(visit));
        facts.put("name", name);
        facts.put("email", email);
        facts.put("problems", problems);
        facts.put("status", neighbours.path(visit, LinkPurpose.RETURN, ""));
        facts.put("ending", returns.endingInWithdrawal(order));
        returns.withdrawBy(order).ifPresent(day -> facts.put("withdrawBy", day));
        returns.withdrawalOf(order).ifPresent(withdrawal -> {
            facts.put("withdrawal", withdrawal);
            facts.put("sending", isWaitedFor(withdrawal));
        });
        return pages.show(status, visit, "withdraw", facts);
    }

    private boolean isWaitedFor(Withdrawal withdrawal) {
        return returns.byId(withdrawal.id())
                .filter(it -> it.state() == ReturnState.APPROVED)
                .isPresent();
    }

    private static String name(Customer customer) {
        return Stream.of(customer.firstName(), customer.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}

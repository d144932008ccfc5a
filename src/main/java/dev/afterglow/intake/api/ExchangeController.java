package dev.afterglow.intake.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.web.Refusal;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.Orders;
import dev.afterglow.returns.Exchange;
import dev.afterglow.returns.ExchangeDesk;
import dev.afterglow.returns.Exchanges;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnNotPossibleException;
import dev.afterglow.returns.ReturnedLine;
import dev.afterglow.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop fetches the follow-up orders it owes for exchanges, and tells that it placed them. */
@RestController
@RequestMapping("/api/exchanges")
class ExchangeController {

    private static final int MOST = 100;

    /**
     * The request for one follow-up order.
     *
     * @param orderId the shop's own id of the order that was exchanged; who bought it, the shop knows
     * @param wish what the customer wants instead, in her words; the same again when absent
     */
    record Owed(
            String returnNumber,
            Exchange.State state,
            OrderSource source,
            String orderId,
            String orderNumber,
            List<Item> items,
            @Nullable String wish,
            String currency,
            BigDecimal value,
            Instant grantedAt,
            @Nullable String followUpOrderNumber) {}

    /** What came back. */
    record Item(
            @Nullable String lineId,
            @Nullable String sku,
            String title,
            @Nullable String variant,
            int quantity) {

        static Item of(ReturnedLine line) {
            return new Item(line.externalId(), line.sku(), line.title(), line.variant(), line.quantity());
        }
    }

    /** The shop's word that it placed one. */
    record Placed(
            @NotBlank(message = "must be the number of the new order")
            @Size(max = 100, message = "must not be longer than 100 characters")
            @Nullable
            String orderNumber) {}

    private final RequestJson json;
    private final ObjectMapper answers;
    private final Repeats repeats;
    private final Exchanges exchanges;
    private final ExchangeDesk desk;
    private final Returns returns;
    private final Orders orders;

    ExchangeController(
            RequestJson json,
            ObjectMapper answers,
            Repeats repeats,
            Exchanges exchanges,
            ExchangeDesk desk,
            Returns returns,
            Orders orders) {
        this.json = json;
        this.answers = answers;
        this.repeats = repeats;
        this.exchanges = exchanges;
        this.desk = desk;
        this.returns = returns;
        this.orders = orders;
    }

    @GetMapping
    List<Owed> owed(@RequestParam(defaultValue = "GRANTED") String state) {
        var wanted = Arrays.stream(Exchange.State.values())
                .filter(known -> known.name().equalsIgnoreCase(state))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.BAD_REQUEST,
                        "exchange-state-unknown",
                        "The state is unknown",
                        "Ask for one of GRANTED, PLACED and WITHDRAWN; without a state, for those to be placed."));
        return exchanges.in(wanted, MOST).stream().map(this::owed).toList();
    }

    @PostMapping("/{number}/order")
    ResponseEntity<String> placed(@PathVariable String number, HttpServletRequest request) throws IOException {
        var body = json.body(request);
        var order = String.valueOf(json.read(body, Placed.class).orderNumber()).strip();
        return repeats.answer(request, body, () -> {
            var it = returns.byNumber(number).orElseThrow(() -> unknown(number));
            try {
                desk.placed(it.id(), order);
            } catch (ReturnNotPossibleException e) {
                throw Refusal.of(
                        HttpStatus.CONFLICT,
                        "exchange-not-owed",
                        "This follow-up order is not owed",
                        e.getMessage() + " Fetch GET /api/exchanges for those that are.");
            }
            return answer(exchanges.of(it.id()).orElseThrow());
        });
    }

    private Owed owed(Exchange exchange) {
        Return it = returns.byId(exchange.id()).orElseThrow();
        Order order = orders.byId(it.order()).orElseThrow();
        return new Owed(
                it.number(),
                exchange.state(),
                order.source(),
                order.externalId(),
                order.number(),
                it.lines().stream().map(Item::of).toList(),
                exchange.wish(),
                it.currency(),
                it.goods(),
                exchange.grantedAt(),
                exchange.followUpNumber());
    }

    private Answer answer(Exchange exchange) {
        try {
            return new Answer(200, null, answers.writeValueAsString(owed(exchange)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is sent to a shop is always JSON", e);
        }
    }

    private static Refusal unknown(String number) {
        return Refusal.of(
                HttpStatus.NOT_FOUND,
                "return-unknown",
                "The return is unknown",
                "There is no return with the number " + number + ". Use returnNumber of GET /api/exchanges.");
    }
}

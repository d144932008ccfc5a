package dev.afterglow.intake.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.News;
import dev.afterglow.intake.OrderKey;
import dev.afterglow.intake.Parking;
import dev.afterglow.intake.Reception;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.web.Refusal;
import dev.afterglow.order.OrderId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Where shops without a webhook of their own tell about their orders. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    /** The answer to a call about an order. */
    record Recorded(String orderNumber, String result, List<String> remarks) {}

    private final RequestJson json;
    private final ObjectMapper answers;
    private final Repeats repeats;
    private final Telling telling;
    private final Parking parking;
    private final Reception reception;
    private final Clock clock;

    OrderController(
            RequestJson json,
            ObjectMapper answers,
            Repeats repeats,
            Telling telling,
            Parking parking,
            Reception reception,
            Clock clock) {
        this.json = json;
        this.answers = answers;
        this.repeats = repeats;
        this.telling = telling;
        this.parking = parking;
        this.reception = reception;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<String> order(HttpServletRequest request) throws IOException {
        var body = json.body(request);
        var news = json.read(body, OrderRequest.class).news(clock.instant());
        var number = Objects.requireNonNull(news.order()).number().strip().replaceFirst("^#", "");
        var order = new AtomicReference<@Nullable OrderId>();
        var response = repeats.answer(request, body, () -> {
            var told = telling.tell(news).orElseThrow();
            parking.release(told.id());
            order.set(told.id());
            return told.isNew()
                    ? answer(HttpStatus.CREATED, number, "recorded", news.remarks())
                    : answer(HttpStatus.OK, number, "updated", news.remarks());
        });
        var recorded = order.get();
        if (recorded != null) {
            reception.lookAgain(recorded);
        }
        return response;
    }

    @PostMapping("/{number}/shipments")
    ResponseEntity<String> shipment(@PathVariable String number, HttpServletRequest request) throws IOException {
        var body = json.body(request);
        var shipment = json.read(body, ShipmentRequest.class).shipment(clock.instant());
        return repeats.answer(
                request, body, () -> told(number, News.of(key(number), List.of(shipment)), "shipment recorded"));
    }

    @PostMapping("/{number}/cancellation")
    ResponseEntity<String> cancellation(@PathVariable String number, HttpServletRequest request) throws IOException {
        var body = request.getContentLengthLong() == 0 || request.getContentType() == null
                ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : json.body(request);
        var cancellation = json.read(body, CancellationRequest.class).cancellation(clock.instant());
        var news = new News(key(number), null, false, List.of(), List.of(), cancellation, List.of());
        return repeats.answer(request, body, () -> told(number, news, "cancelled"));
    }

    private Answer told(String number, News news, String result) {
        var recorded = telling.tell(news)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.NOT_FOUND,
                        "order-unknown",
                        "The order is unknown",
                        "There is no order with the number " + number
                                + ". Report it with POST /api/orders first, or check the number."));
        parking.release(recorded.id());
        return answer(HttpStatus.ACCEPTED, number, result, List.of());
    }

    private Answer answer(HttpStatus status, String number, String result, List<String> remarks) {
        var location = UriComponentsBuilder.fromPath("/api/orders/{number}")
                .encode()
                .buildAndExpand(number)
                .toUriString();
        try {
            var body = answers.writeValueAsString(new Recorded(number, result, remarks));
            return new Answer(status.value(), location, body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Three texts are always JSON", e);
        }
    }

    private static OrderKey key(String number) {
        return new OrderKey(null, null, number, null);
    }
}

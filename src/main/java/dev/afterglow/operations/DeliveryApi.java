package dev.afterglow.operations;

import dev.afterglow.intake.DeliveryState;
import dev.afterglow.intake.Replays;
import dev.afterglow.intake.Replays.Replayed;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.StoredDeliveries;
import dev.afterglow.intake.StoredDeliveries.Choice;
import dev.afterglow.intake.StoredDelivery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Stored deliveries for scripts of operators, who send their name and password with each call. Only JSON is taken: a
 * page of another site cannot send it.
 */
@RestController
@RequestMapping("/operations/api/deliveries")
class DeliveryApi {

    private static final int MOST = 100;

    private final StoredDeliveries deliveries;
    private final Replays replays;

    DeliveryApi(StoredDeliveries deliveries, Replays replays) {
        this.deliveries = deliveries;
        this.replays = replays;
    }

    record Row(
            long id,
            String source,
            String deliveryId,
            String topic,
            Instant receivedAt,
            String state,
            @Nullable String detail,
            @Nullable String order,
            String signature) {

        static Row of(StoredDelivery delivery) {
            var call = delivery.call();
            return new Row(
                    delivery.id(),
                    call.sender().name(),
                    call.id(),
                    call.topic(),
                    delivery.receivedAt(),
                    delivery.state().name(),
                    delivery.detail(),
                    delivery.order(),
                    call.signature());
        }
    }

    record Whole(Row delivery, List<String> headers, String body, List<StoredDelivery.Replay> replays) {}

    record Range(
            @NotNull @Positive Long from,
            @NotNull @Positive Long to,
            @Nullable Sender source,
            @Nullable DeliveryState state) {}

    /** The latest ones; {@code before} goes on where the last answer ended. */
    @GetMapping
    List<Row> list(
            @RequestParam(required = false) @Nullable Sender source,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Long before) {
        var choice = new Choice(source, state, null, before == null ? null : before - 1);
        return deliveries.latest(choice, MOST).stream().map(Row::of).toList();
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable long id) {
        var delivery = deliveries.byId(id).orElseThrow(() -> unknown(id));
        var call = delivery.call();
        return new Whole(Row.of(delivery), call.headers().lines().toList(), call.body(), delivery.replays());
    }

    @PostMapping(path = "/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    Replayed replay(@PathVariable long id, Principal person) {
        deliveries.byId(id).orElseThrow(() -> unknown(id));
        return replays.one(id, person.getName());
    }

    /** Replays a range of numbers, at most {@value Replays#MOST} at once; the answer says what each came to. */
    @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Replayed> replay(@Valid @RequestBody Range range, Principal person) {
        return replays.all(new Choice(range.source(), range.state(), range.from(), range.to()), person.getName());
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No stored delivery has the number " + id + ".");
    }
}

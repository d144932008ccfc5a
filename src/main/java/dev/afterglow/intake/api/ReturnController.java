package dev.afterglow.intake.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.News;
import dev.afterglow.intake.OrderKey;
import dev.afterglow.intake.Parking;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.web.Refusal;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop or its warehouse tells about the parcels customers send back. */
@RestController
@RequestMapping("/api/returns")
class ReturnController {

    /** The answer to a call about a return. */
    record Recorded(String returnNumber, ReturnState state) {}

    private final RequestJson json;
    private final ObjectMapper answers;
    private final Repeats repeats;
    private final Telling telling;
    private final Parking parking;
    private final Returns returns;
    private final Clock clock;

    ReturnController(
            RequestJson json,
            ObjectMapper answers,
            Repeats repeats,
            Telling telling,
            Parking parking,
            Returns returns,
            Clock clock) {
        this.json = json;
        this.answers = answers;
        this.repeats = repeats;
        this.telling = telling;
        this.parking = parking;
        this.returns = returns;
        this.clock = clock;
    }

    @PostMapping("/{number}/shipments")
    ResponseEntity<String> shipment(@PathVariable String number, HttpServletRequest request) throws IOException {
        var body = json.body(request);
        var parcel = json.read(body, ShipmentRequest.class).shipment(clock.instant());
        return repeats.answer(request, body, () -> {
            var it = known(number);
            telling.tell(News.of(new OrderKey(null, null, it.number(), null), List.of(parcel)));
            parking.release(it.order());
            return answer(known(number));
        });
    }

    private Return known(String number) {
        return returns.byNumber(number)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.NOT_FOUND,
                        "return-unknown",
                        "The return is unknown",
                        "There is no return with the number " + number
                                + ". Send the RMA number as it stands on the label."));
    }

    private Answer answer(Return it) {
        try {
            return new Answer(202, null, answers.writeValueAsString(new Recorded(it.number(), it.state())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two texts are always JSON", e);
        }
    }
}

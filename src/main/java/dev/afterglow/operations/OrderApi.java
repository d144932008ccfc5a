package dev.afterglow.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.afterglow.journey.JourneyTimeline;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.Shipments;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers how an order and its journey stand, for the shop's own systems; {@code intake} checks their key. */
@RestController
class OrderApi {

    private final Orders orders;
    private final Shipments shipments;
    private final JourneyTimelines timelines;

    OrderApi(Orders orders, Shipments shipments, JourneyTimelines timelines) {
        this.orders = orders;
        this.shipments = shipments;
        this.timelines = timelines;
    }

    record Answer(
            String number,
            String source,
            String externalId,
            Instant placedAt,
            String currency,
            BigDecimal total,
            @Nullable BigDecimal shipping,
            boolean test,
            boolean historical,
            @Nullable Instant cancelledAt,
            List<Line> lines,
            List<Parcel> shipments,
            Journey journey,
            List<Touch> touchpoints,
            List<Planned> ahead) {}

    record Line(
            @Nullable String sku,
            String title,
            @Nullable String variant,
            int quantity,
            BigDecimal unitPrice,
            int refunded) {

        static Line of(OrderLine line) {
            return new Line(
                    line.sku(), line.title(), line.variant(), line.quantity(), line.unitPrice(), line.refunded());
        }
    }

    record Parcel(
            String reference,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl,
            String state,
            Instant stateAt,
            @Nullable Instant shippedAt,
            @Nullable LocalDate expectedOn,
            @Nullable Instant deliveredAt) {

        static Parcel of(Shipment parcel) {
            return new Parcel(
                    parcel.reference(),
                    parcel.carrier(),
                    parcel.trackingNumber(),
                    parcel.trackingUrl(),
                    parcel.state().name(),
                    parcel.stateAt(),
                    parcel.shippedAt(),
                    parcel.expectedOn(),
                    parcel.deliveredAt());
        }
    }

    @JsonInclude
    record Journey(
            String state,
            @Nullable String waitingAt,
            @Nullable String outcome,
            @Nullable Instant endedAt) {}

    @JsonInclude
    record Touch(
            String touchpoint,
            long occurrence,
            String outcome,
            @Nullable String reason,
            Instant at,
            @Nullable Instant until) {

        static Touch of(TouchpointRecord story) {
            var outcome = story.outcome();
            return new Touch(
                    story.touchpoint(),
                    story.occurrence(),
                    outcome.status().name(),
                    outcome.reason() == null ? null : outcome.reason().name(),
                    story.at(),
                    outcome.until());
        }
    }

    record Planned(String touchpoint, Instant due) {}

    @GetMapping("/api/orders/{number}")
    Answer order(@PathVariable String number) {
        return orders.byNumber(number).map(this::answer).orElseThrow(() -> unknown(number));
    }

    private Answer answer(Order order) {
        var timeline = timelines.of(order.id());
        return new Answer(
                order.number(),
                order.source().name(),
                order.externalId(),
                order.placedAt(),
                order.currency(),
                order.total(),
                order.shipping(),
                order.test(),
                order.historical(),
                order.cancelledAt(),
                order.lines().stream().map(Line::of).toList(),
                shipments.of(order.id()).stream().map(Parcel::of).toList(),
                journey(timeline),
                timeline.touchpoints().stream().map(Touch::of).toList(),
                timeline.ahead().stream()
                        .map(planned -> new Planned(planned.touchpoint(), planned.due()))
                        .toList());
    }

    private static Journey journey(JourneyTimeline timeline) {
        return new Journey(timeline.state().name(), timeline.waitingAt(), timeline.outcome(), timeline.endedAt());
    }

    private static ErrorResponseException unknown(String number) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "No order has the number " + number + ". Numbers are those printed for the customer; a '#' in front of"
                        + " them is left out.");
        problem.setType(URI.create("urn:afterglow:problem:order-unknown"));
        problem.setTitle("No such order");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}

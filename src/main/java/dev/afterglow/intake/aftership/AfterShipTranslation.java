package dev.afterglow.intake.aftership;

import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.Moments;
import dev.afterglow.intake.News;
import dev.afterglow.intake.OrderKey;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Texts;
import dev.afterglow.intake.Translation;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.order.Shipments;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads AfterShip's tracking updates: where one parcel is, and when it is expected. */
@Component
class AfterShipTranslation implements Translation {

    private final Clock clock;
    private final Shipments shipments;

    AfterShipTranslation(Clock clock, Shipments shipments) {
        this.clock = clock;
        this.shipments = shipments;
    }

    @Override
    public Sender sender() {
        return Sender.AFTERSHIP;
    }

    @Override
    public News translate(Delivery delivery) {
        var payload = Payload.of(delivery.body());
        var tracking = payload.at("msg");
        if (!tracking.isTold()) {
            return News.none("it carries no tracking");
        }
        var trackingNumber = tracking.required("tracking_number");
        // The shop's words for carrier and link, if it gave any, are better than a slug.
        var isToldByShop = shipments.orderOf(trackingNumber).isPresent();
        var key = new OrderKey(
                null, tracking.text("order_id", 100), plain(tracking.text("order_number", 100)), trackingNumber);
        return News.of(
                key,
                List.of(new ReportedShipment(
                        null,
                        isToldByShop ? null : carrier(tracking),
                        trackingNumber,
                        isToldByShop ? null : link(tracking),
                        state(tracking.text("tag"), tracking.text("subtag")),
                        seenAt(payload, tracking),
                        expectedOn(tracking))));
    }

    /** AfterShip's nine tags; the finer sub-tag tells a delay from damage, and a parcel that went home. */
    private static ShipmentState state(@Nullable String tag, @Nullable String subtag) {
        return switch (tag == null ? "" : tag) {
            case "InfoReceived" -> ShipmentState.INFO_RECEIVED;
            case "InTransit" -> ShipmentState.IN_TRANSIT;
            case "OutForDelivery" -> ShipmentState.OUT_FOR_DELIVERY;
            case "AttemptFail" -> ShipmentState.ATTEMPT_FAILED;
            case "AvailableForPickup" -> ShipmentState.AVAILABLE_FOR_PICKUP;
            case "Delivered" -> ShipmentState.DELIVERED;
            case "Exception" ->
                switch (subtag == null ? "" : subtag) {
                    case "Exception_004", "Exception_005" -> ShipmentState.DELAYED;
                    case "Exception_011" -> ShipmentState.RETURNED_TO_SENDER;
                    default -> ShipmentState.EXCEPTION;
                };
            case "Expired" -> ShipmentState.EXPIRED;
            default -> ShipmentState.UNKNOWN;
        };
    }

    /** The carrier's own time when it names its offset, otherwise AfterShip's. */
    private Instant seenAt(Payload payload, Payload tracking) {
        var now = clock.instant();
        var checkpoints = tracking.list("checkpoints");
        var last = checkpoints.isEmpty()
                ? Optional.<Instant>empty()
                : instant(checkpoints.get(checkpoints.size() - 1).text("checkpoint_time"));
        return last.or(() -> instant(tracking.text("updated_at")))
                .or(() -> timestamp(payload.text("ts")))
                .filter(at -> !at.isAfter(now))
                .orElse(now);
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant)
                    .map(Moments::believable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> timestamp(@Nullable String seconds) {
        return Optional.ofNullable(seconds)
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond);
    }

    /** The field's name depends on the API version. */
    private static @Nullable LocalDate expectedOn(Payload tracking) {
        var text = Texts.first(
                tracking.at("latest_estimated_delivery").text("datetime"),
                tracking.at("latest_estimated_delivery").text("datetime_max"),
                tracking.at("courier_estimated_delivery_date").text("estimated_delivery_date"),
                tracking.at("courier_estimated_delivery_date").text("estimated_delivery_date_max"),
                tracking.at("courier_estimated_delivery").text("datetime"),
                tracking.text("courier_estimated_delivery_date"),
                tracking.text("expected_delivery"));
        try {
            return text == null || text.length() < 10
                    ? null
                    : Moments.believable(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String carrier(Payload tracking) {
        var slug = tracking.text("slug", 100);
        if (slug == null) {
            return null;
        }
        var words = slug.replace('-', ' ');
        return words.length() <= 4
                ? words.toUpperCase(Locale.ROOT)
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static @Nullable String link(Payload tracking) {
        return Buyer.link(Texts.first(tracking.text("courier_tracking_link"), tracking.text("aftership_tracking_url")));
    }

    private static @Nullable String plain(@Nullable String number) {
        return number == null ? null : number.replaceFirst("^#", "");
    }
}

package dev.afterglow.operations;

import dev.afterglow.journey.JourneyTimeline;
import dev.afterglow.message.TouchpointRecord;
import dev.afterglow.order.Order;
import dev.afterglow.order.Shipment;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that happened and will happen to an order, as one line of chapters. */
record OrderStory(
        Order order,
        List<Shipment> parcels,
        JourneyTimeline timeline,
        ZoneId zone,
        Instant now,
        Optional<Playground> demo) {

    /** What a chapter is about; the page draws each differently. */
    enum Kind {
        ORDER,
        PARCEL,
        SENT,
        LEFT_OUT,
        TROUBLE,
        END,
        AHEAD
    }

    /** One chapter. */
    record Chapter(
            Instant at,
            Kind kind,
            String title,
            @Nullable String detail,
            String moment,
            @Nullable URI mail) {

        /** For the style sheet. */
        public String style() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    List<Chapter> past() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(chapter(order.placedAt(), Kind.ORDER, "Order placed", null, null));
        parcels.forEach(parcel -> chapters.addAll(chapters(parcel)));
        timeline.touchpoints().forEach(touchpoint -> chapters.add(chapter(touchpoint)));
        if (order.cancelledAt() != null) {
            chapters.add(chapter(order.cancelledAt(), Kind.TROUBLE, "Order cancelled", order.cancelReason(), null));
        }
        if (timeline.endedAt() != null && timeline.outcome() != null) {
            chapters.add(chapter(timeline.endedAt(), Kind.END, Wording.ending(timeline.outcome()), null, null));
        }
        chapters.sort(Comparator.comparing(Chapter::at));
        return chapters;
    }

    List<Chapter> ahead() {
        return timeline.ahead().stream()
                .map(planned -> chapter(
                        planned.due(),
                        Kind.AHEAD,
                        Wording.touchpoint(planned.touchpoint()),
                        planned.due().isBefore(now) ? "Its day has come; it waits for the step before it." : null,
                        null))
                .toList();
    }

    private List<Chapter> chapters(Shipment parcel) {
        var name = parcels.size() > 1 ? "Parcel " + (parcels.indexOf(parcel) + 1) : "Parcel";
        var carrier = Stream.of(parcel.carrier(), parcel.trackingNumber())
                .filter(text -> text != null)
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
        var chapters = new ArrayList<Chapter>();
        if (parcel.shippedAt() != null) {
            chapters.add(chapter(parcel.shippedAt(), Kind.PARCEL, name + " dispatched", carrier, null));
        }
        if (parcel.deliveredAt() != null) {
            chapters.add(chapter(parcel.deliveredAt(), Kind.PARCEL, name + " delivered", null, null));
        } else if (!parcel.stateAt().equals(parcel.shippedAt())) {
            var kind = parcel.state().isLate() ? Kind.TROUBLE : Kind.PARCEL;
            var expected = parcel.expectedOn() == null ? null : "expected on " + parcel.expectedOn();
            chapters.add(chapter(parcel.stateAt(), kind, name + " " + Wording.parcel(parcel.state()), expected, null));
        }
        return chapters;
    }

    private Chapter chapter(TouchpointRecord touchpoint) {
        var outcome = touchpoint.outcome();
        var said = Wording.outcome(outcome);
        var reason = Wording.reason(outcome.reason());
        var detail = reason == null ? said : said + ": " + reason;
        if (outcome.until() != null) {
            detail += ", until " + Wording.moment(outcome.until(), zone);
        }
        var mail = demo.flatMap(
                playground -> Optional.ofNullable(touchpoint.messageId()).flatMap(playground::mail));
        return chapter(
                touchpoint.at(),
                kind(touchpoint),
                Wording.touchpoint(touchpoint.touchpoint()),
                detail,
                mail.orElse(null));
    }

    private static Kind kind(TouchpointRecord touchpoint) {
        return switch (touchpoint.outcome().status()) {
            case ACCEPTED, SENDING -> Kind.SENT;
            case SKIPPED, HELD, EXPIRED -> Kind.LEFT_OUT;
            case REJECTED, RETRY, UNCERTAIN, FAILED -> Kind.TROUBLE;
        };
    }

    private Chapter chapter(Instant at, Kind kind, String title, @Nullable String detail, @Nullable URI mail) {
        return new Chapter(at, kind, title, detail, Wording.moment(at, zone), mail);
    }
}

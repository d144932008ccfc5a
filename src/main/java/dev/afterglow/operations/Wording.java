package dev.afterglow.operations;

import dev.afterglow.intake.DeliveryState;
import dev.afterglow.message.Outcome;
import dev.afterglow.order.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the pages say what the code calls by a key. */
public final class Wording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private Wording() {}

    /** A touchpoint's key as a title: {@code usage-check} is "Usage check"; a cross-sell keeps its hyphen. */
    public static String touchpoint(String key) {
        var words = key.replaceAll("(?<!^cross)-", " ");
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A moment on somebody's wall clock. */
    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** The pace of a time-lapse. */
    public static String pace(Duration dayLength) {
        if (dayLength.isZero()) {
            return "time-lapse stopped";
        }
        return dayLength.compareTo(Duration.ofHours(24)) >= 0 ? "in real time" : "one day in " + spoken(dayLength);
    }

    static String outcome(Outcome outcome) {
        return switch (outcome.status()) {
            case SENDING -> "Being sent";
            case ACCEPTED -> "Sent";
            case HELD -> "Held";
            case SKIPPED -> "Left out";
            case REJECTED -> "Refused by the mail server";
            case RETRY -> "To be tried again";
            case EXPIRED -> "Too late to be of use";
            case UNCERTAIN -> "Perhaps sent";
            case FAILED -> "Given up";
        };
    }

    static @Nullable String reason(Outcome.@Nullable Reason reason) {
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case NO_CONSENT -> "the customer did not agree to such messages";
            case NO_CHANNEL -> "no e-mail address is known";
            case SUPPRESSED -> "the address must not be written to";
            case HOLDOUT -> "the order belongs to the control group";
            case OPEN_RETURN -> "a return is open";
            case OPEN_CASE -> "a support case is open";
            case FREQUENCY_CAP -> "the customer heard from us enough lately";
            case BOUGHT_AGAIN -> "the customer bought again";
            case NOT_DELIVERED -> "nothing has been delivered yet";
            case NO_CONTENT -> "there is nothing to say about what was bought";
            case CANCELLED -> "the order was cancelled";
            case QUIET_HOURS -> "it is outside the hours in which we write";
            case SUPERSEDED -> "a newer order of the customer speaks first";
            case PASSED_BY -> "the journey took another way";
        };
    }

    static String parcel(ShipmentState state) {
        return switch (state) {
            case UNKNOWN -> "not seen yet";
            case INFO_RECEIVED -> "announced to the carrier";
            case IN_TRANSIT -> "on its way";
            case DELAYED -> "late";
            case EXCEPTION -> "in trouble";
            case OUT_FOR_DELIVERY -> "out for delivery";
            case ATTEMPT_FAILED -> "nobody was at home";
            case AVAILABLE_FOR_PICKUP -> "ready for pick-up";
            case EXPIRED -> "without news for a long time";
            case DELIVERED -> "delivered";
            case RETURNED_TO_SENDER -> "returned to sender";
            case CANCELLED -> "cancelled by the shop";
        };
    }

    static String delivery(DeliveryState state) {
        return switch (state) {
            case RECEIVED -> "Taken";
            case APPLIED -> "Applied to its order";
            case PARKED -> "Waits for its order";
            case IGNORED -> "Of no concern";
            case FAILED -> "Failed";
        };
    }

    /** A span of time to the hour, or to the minute where it is short. */
    static String spell(Duration span) {
        if (span.toHours() < 2) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < 48 ? span.toHours() + " hours" : span.toDays() + " days";
    }

    static String ending(String outcome) {
        return switch (outcome) {
            case "COMPLETED" -> "Journey completed";
            case "BOUGHT_AGAIN" -> "Customer bought again";
            case "CANCELLED" -> "Journey cancelled";
            default -> touchpoint(outcome.toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private static String spoken(Duration duration) {
        var millis = duration.toMillis();
        if (millis < 60_000) {
            return (millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0)) + " s";
        }
        return duration.toMinutes() < 120 ? duration.toMinutes() + " min" : duration.toHours() + " h";
    }
}

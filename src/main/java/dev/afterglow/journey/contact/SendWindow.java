package dev.afterglow.journey.contact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hours of the customer's day in which we write of our own accord.
 *
 * @param from the first moment, local time
 * @param to the end, not included; later than {@code from} on the same day
 * @param quietDays days of the week on which we do not write
 */
@ConfigurationProperties("afterglow.journey.send-window")
public record SendWindow(
        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("19:00") LocalTime to,
        @DefaultValue("SUNDAY") Set<DayOfWeek> quietDays) {

    private static final int SPREAD = 31;

    public SendWindow {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "afterglow.journey.send-window.to (" + to + ") must be later than from (" + from + ")");
        }
        if (quietDays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException(
                    "afterglow.journey.send-window.quiet-days leaves no day of the week to write on");
        }
    }

    /**
     * The moment of a day that belongs to this order: always the same one, and spread over the window so that nine
     * o'clock is no flood. A moment that a change of clocks skips moves to the next one that exists.
     */
    public Instant on(LocalDate day, ZoneId zone, long order) {
        var minutes = Duration.between(from, to).toMinutes();
        var minute = Math.floorMod(order * SPREAD, minutes);
        return day.atTime(from.plusMinutes(minute)).atZone(zone).toInstant();
    }

    /** Whether a moment lies within the hours, the day of the week left aside. */
    boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}

package dev.afterglow.journey.contact;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows when a customer may be written to: her hours, her days off, the public holidays of her country. */
@Component
public class ContactCalendar {

    private static final int LONGEST_FEAST = 30;

    private final SendWindow window;
    private final Map<String, Optional<HolidayManager>> holidays = new ConcurrentHashMap<>();

    ContactCalendar(SendWindow window) {
        this.window = window;
    }

    /** Whether this is one of her hours. */
    public boolean isOpen(Instant moment, ZoneId zone, @Nullable String country) {
        var local = moment.atZone(zone);
        return window.contains(local.toLocalTime()) && isOpen(local.toLocalDate(), country);
    }

    /** Her next good hour after a moment; each order has its own minute of the day. */
    public Instant next(Instant moment, ZoneId zone, @Nullable String country, long order) {
        var today = moment.atZone(zone).toLocalDate();
        for (var day = today; day.isBefore(today.plusDays(LONGEST_FEAST)); day = day.plusDays(1)) {
            var candidate = window.on(day, zone, order);
            if (candidate.isAfter(moment) && isOpen(day, country)) {
                return candidate;
            }
        }
        return window.on(today.plusDays(LONGEST_FEAST), zone, order);
    }

    /** Her first good hour on a later day. */
    public Instant tomorrow(Instant moment, ZoneId zone, @Nullable String country, long order) {
        var endOfToday =
                moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return next(endOfToday, zone, country, order);
    }

    private boolean isOpen(LocalDate day, @Nullable String country) {
        return !window.quietDays().contains(day.getDayOfWeek()) && !isHoliday(day, country);
    }

    private boolean isHoliday(LocalDate day, @Nullable String country) {
        return country != null
                && holidays.computeIfAbsent(country, ContactCalendar::holidaysOf)
                        .map(manager -> manager.isHoliday(day))
                        .orElse(false);
    }

    private static Optional<HolidayManager> holidaysOf(String country) {
        return Arrays.stream(HolidayCalendar.values())
                .filter(calendar -> calendar.getId().equalsIgnoreCase(country))
                .findFirst()
                .map(calendar -> HolidayManager.getInstance(ManagerParameters.create(calendar)));
    }
}

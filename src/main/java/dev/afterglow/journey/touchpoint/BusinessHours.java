package dev.afterglow.journey.touchpoint;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody is at work in the shop; promises to answer are counted in these hours.
 *
 * @param from the first moment of a working day, local time of the shop
 * @param to its end, not included; later than {@code from}
 * @param days the days of the week on which people work
 * @param country whose public holidays are days off, such as {@code FR}, {@code DE}, {@code GB}
 */
@ConfigurationProperties("afterglow.journey.business-hours")
public record BusinessHours(
        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("18:00") LocalTime to,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> days,

        @DefaultValue("FR") String country) {

    private static final int A_DAY = 24;

    public BusinessHours {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "afterglow.journey.business-hours.to (" + to + ") must be later than from (" + from + ")");
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("afterglow.journey.business-hours.days names no day; name at least one");
        }
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(country::equalsIgnoreCase)) {
            throw new IllegalArgumentException("afterglow.journey.business-hours.country: the holidays of " + country
                    + " are not known; use an ISO 3166 code such as FR, DE or GB");
        }
    }

    /**
     * The moment that many hours later, as people count them: 24 hours are the same time on the next working day, four
     * hours are four hours in which somebody is at work.
     */
    ZonedDateTime after(ZonedDateTime start, int hours) {
        var moment = open(start);
        for (var day = 0; day < hours / A_DAY; day++) {
            moment = at(nextWorkingDay(moment.toLocalDate()), moment.toLocalTime(), moment);
        }
        return plus(moment, Duration.ofHours(hours % A_DAY));
    }

    private ZonedDateTime plus(ZonedDateTime start, Duration work) {
        var moment = start;
        var left = work;
        for (var today = leftOf(moment); left.compareTo(today) > 0; today = leftOf(moment)) {
            left = left.minus(today);
            moment = at(nextWorkingDay(moment.toLocalDate()), from, moment);
        }
        return moment.plus(left);
    }

    private Duration leftOf(ZonedDateTime moment) {
        return Duration.between(moment, at(moment.toLocalDate(), to, moment));
    }

    /** The moment itself when somebody is at work, else the next one when somebody is. */
    private ZonedDateTime open(ZonedDateTime moment) {
        var day = moment.toLocalDate();
        if (!isWorkingDay(day) || !moment.toLocalTime().isBefore(to)) {
            return at(nextWorkingDay(day), from, moment);
        }
        return moment.toLocalTime().isBefore(from) ? at(day, from, moment) : moment;
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek())
                && !HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
                        .isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    private static ZonedDateTime at(LocalDate day, LocalTime time, ZonedDateTime zoned) {
        return day.atTime(time).atZone(zoned.getZone());
    }
}

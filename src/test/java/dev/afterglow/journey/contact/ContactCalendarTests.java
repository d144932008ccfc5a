package dev.afterglow.journey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ContactCalendarTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final SendWindow window = new SendWindow(LocalTime.of(9, 0), LocalTime.of(19, 0), Set.of(DayOfWeek.SUNDAY));
    private final ContactCalendar calendar = new ContactCalendar(window);

    @Property(tries = 10_000)
    void neverWritesOutsideHerHoursInAnyZoneThroughAnyChangeOfClocks(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant moment, @ForAll @LongRange(min = 1) long order) {
        var next = calendar.next(moment, zone, null, order);

        var local = next.atZone(zone);
        assertThat(next).isAfter(moment);
        assertThat(local.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 59));
        assertThat(local.getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
        assertThat(calendar.isOpen(next, zone, null)).isTrue();
    }

    @Property(tries = 2_000)
    void eachOrderHasItsOwnMinuteOfTheDay(
            @ForAll("zones") ZoneId zone, @ForAll("days") LocalDate day, @ForAll @LongRange(min = 1) long order) {
        assertThat(window.on(day, zone, order)).isEqualTo(window.on(day, zone, order));
        assertThat(window.on(day, zone, order).atZone(zone).toLocalDate()).isEqualTo(day);
    }

    @Test
    void spreadsOrdersEvenlyOverTheWindow() {
        var day = LocalDate.of(2026, 11, 24);
        var minutes = LongStream.rangeClosed(1, 600)
                .mapToObj(order -> window.on(day, PARIS, order))
                .collect(HashSet::new, HashSet::add, HashSet::addAll);

        assertThat(minutes).hasSize(600);
    }

    @Test
    void keepsThePublicHolidaysOfHerCountry() {
        var bastilleDay = LocalDate.of(2026, 7, 14).atTime(10, 0).atZone(PARIS).toInstant();

        assertThat(calendar.isOpen(bastilleDay, PARIS, "FR")).isFalse();
        assertThat(calendar.isOpen(bastilleDay, PARIS, "DE")).isTrue();
        assertThat(calendar.next(bastilleDay, PARIS, "FR", 1).atZone(PARIS).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 7, 15));
    }

    @Test
    void tomorrowIsALaterDayOfHers() {
        var evening = LocalDate.of(2026, 11, 24).atTime(18, 0).atZone(PARIS).toInstant();

        assertThat(calendar.tomorrow(evening, PARIS, "FR", 7).atZone(PARIS).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2025-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2031-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return moments().map(moment -> LocalDate.ofInstant(moment, PARIS));
    }
}

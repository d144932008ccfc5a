package dev.afterglow.journey.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final BusinessHours hours = open("FR");

    @ParameterizedTest(name = "{0} plus {1} is {2}: {3}")
    @CsvSource({
        "2026-11-24T10:00, 4,  2026-11-24T14:00, the same day",
        "2026-11-24T16:00, 4,  2026-11-25T11:00, over night",
        "2026-11-27T17:00, 4,  2026-11-30T12:00, over a weekend",
        "2026-11-24T03:00, 4,  2026-11-24T13:00, from the morning on",
        "2026-11-24T18:00, 1,  2026-11-25T10:00, the day is over at its end",
        "2026-11-24T09:00, 9,  2026-11-24T18:00, a whole day at work",
        "2026-11-24T10:30, 24, 2026-11-25T10:30, a day is the next working day",
        "2026-11-27T15:00, 24, 2026-11-30T15:00, a day over a weekend",
        "2026-11-28T11:00, 24, 2026-12-01T09:00, a weekend does not count",
        "2026-11-24T15:00, 52, 2026-11-27T10:00, two days and four hours",
        "2026-07-13T15:00, 24, 2026-07-15T15:00, the French national holiday",
        "2026-04-03T15:00, 24, 2026-04-07T15:00, Easter Monday",
        "2026-10-23T15:00, 24, 2026-10-26T15:00, the end of summer time",
        "2026-11-24T10:00, 0,  2026-11-24T10:00, at once",
        "2026-11-24T22:00, 0,  2026-11-25T09:00, when somebody is at work again",
    })
    void countsAsPeopleDo(LocalDateTime start, int n, LocalDateTime end, String why) {
        assertThat(hours.after(start.atZone(PARIS), n)).as(why).isEqualTo(end.atZone(PARIS));
    }

    @Test
    void knowsTheHolidaysOfTheConfiguredCountry() {
        var unity = LocalDateTime.parse("2025-10-02T15:00").atZone(ZoneId.of("Europe/Berlin"));

        assertThat(open("DE").after(unity, 24).getDayOfMonth()).isEqualTo(6);
        assertThat(open("FR").after(unity, 24).getDayOfMonth()).isEqualTo(3);
    }

    @Test
    void refusesAnImpossibleConfigurationWithWhatToDo() {
        var days = Set.of(DayOfWeek.MONDAY);
        var nine = LocalTime.of(9, 0);

        assertThatThrownBy(() -> new BusinessHours(nine, nine, days, "FR")).hasMessageContaining("must be later than");
        assertThatThrownBy(() -> new BusinessHours(nine, LocalTime.NOON, Set.of(), "FR"))
                .hasMessageContaining("name at least one");
        assertThatThrownBy(() -> new BusinessHours(nine, LocalTime.NOON, days, "XX"))
                .hasMessageContaining("ISO 3166");
    }

    private static BusinessHours open(String country) {
        return new BusinessHours(
                LocalTime.of(9, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), country);
    }
}

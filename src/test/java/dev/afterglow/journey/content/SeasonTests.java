package dev.afterglow.journey.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTests {

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "2026-01-15, FR, WINTER",
        "2026-01-15, NZ, SUMMER",
        "2026-01-15, SG, ALL_YEAR",
        "2026-02-28, DE, WINTER",
        "2026-03-01, DE, SPRING",
        "2026-07-14, AU, WINTER",
        "2026-07-14, US, SUMMER",
        "2026-10-31, ZA, SPRING",
        "2026-10-31,   , AUTUMN",
        "2026-12-24, AR, SUMMER",
    })
    void knowsTheTimeOfTheYearWhereTheParcelGoes(LocalDate day, String country, Season season) {
        assertThat(Season.of(day, country)).isEqualTo(season);
    }
}

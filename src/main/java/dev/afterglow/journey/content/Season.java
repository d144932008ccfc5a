package dev.afterglow.journey.content;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time of the year where a parcel goes. */
enum Season {
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER,
    /** Close to the equator. */
    ALL_YEAR;

    private static final Set<String> SOUTH =
            Set.of("AR", "AU", "BW", "BR", "CL", "FK", "LS", "MZ", "NA", "NC", "NZ", "PY", "SZ", "UY", "ZA", "ZW");
    private static final Set<String> TROPICS = Set.of(
            "AO", "BN", "CD", "CG", "CI", "CM", "CO", "CR", "EC", "ET", "GA", "GF", "GH", "GP", "GQ", "GY", "ID", "KE",
            "KH", "LK", "LR", "MQ", "MV", "MY", "NG", "PA", "PE", "PG", "PH", "RE", "RW", "SC", "SG", "SR", "TG", "TH",
            "TZ", "UG", "VE", "VN");

    private static final int HALF_A_YEAR = 6;

    /** The season of a day; where the country is unknown, that of the north. */
    static Season of(LocalDate day, @Nullable String country) {
        if (country != null && TROPICS.contains(country)) {
            return ALL_YEAR;
        }
        var month = country != null && SOUTH.contains(country) ? day.getMonth().plus(HALF_A_YEAR) : day.getMonth();
        return switch (month) {
            case MARCH, APRIL, MAY -> SPRING;
            case JUNE, JULY, AUGUST -> SUMMER;
            case SEPTEMBER, OCTOBER, NOVEMBER -> AUTUMN;
            case DECEMBER, JANUARY, FEBRUARY -> WINTER;
        };
    }
}

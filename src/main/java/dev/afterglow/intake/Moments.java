package dev.afterglow.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Outside times made fit to keep: years a database, a mail and a calendar can write. */
public final class Moments {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    private Moments() {}

    /** @throws DateTimeException when nobody can mean it */
    public static Instant believable(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new DateTimeException("Not between 1970 and 2999");
        }
        return at;
    }

    /** @throws DateTimeException when nobody can mean it */
    public static LocalDate believable(LocalDate on) {
        believable(on.atStartOfDay(ZoneOffset.UTC).toInstant());
        return on;
    }
}

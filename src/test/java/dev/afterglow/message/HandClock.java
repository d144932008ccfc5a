package dev.afterglow.message;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A clock that somebody moves by hand, for those who watch how fast messages leave. */
class HandClock extends Clock {

    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private Instant now = START;

    /** Goes on to this instant; never back. */
    void moveTo(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** How many of these fell into one second, at the busiest. */
    static long mostInOneSecond(List<Instant> sent) {
        return sent.stream()
                .mapToLong(from -> sent.stream()
                        .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                        .count())
                .max()
                .orElseThrow();
    }
}

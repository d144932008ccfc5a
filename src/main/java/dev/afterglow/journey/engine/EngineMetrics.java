package dev.afterglow.journey.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What waits in the engine and what needs a person; asked of the database at most twice a minute. */
@Component
class EngineMetrics {

    EngineMetrics(MeterRegistry meters, ManagementService jobs, RuntimeService engine, Clock clock) {
        gauge(
                meters,
                "afterglow.jobs.due",
                "Jobs whose time has come and that nobody has run yet",
                clock,
                () -> jobs.createJobQuery()
                        .active()
                        .withRetriesLeft()
                        .duedateLowerThan(Date.from(clock.instant()))
                        .count());
        gauge(
                meters,
                "afterglow.incidents",
                "Steps that gave up and wait for a person",
                clock,
                () -> engine.createIncidentQuery().count());
    }

    private static void gauge(MeterRegistry meters, String name, String meaning, Clock clock, LongSupplier query) {
        var remembered = new Remembered(query, clock);
        Gauge.builder(name, remembered, Remembered::value)
                .description(meaning)
                .strongReference(true)
                .register(meters);
    }

    private static final class Remembered {

        private static final Duration LIFE = Duration.ofSeconds(30);

        private final LongSupplier query;
        private final Clock clock;
        private Instant asked = Instant.EPOCH;
        private long value;

        private Remembered(LongSupplier query, Clock clock) {
            this.query = query;
            this.clock = clock;
        }

        private synchronized double value() {
            var now = clock.instant();
            if (asked.plus(LIFE).isBefore(now)) {
                value = query.getAsLong();
                asked = now;
            }
            return value;
        }
    }
}

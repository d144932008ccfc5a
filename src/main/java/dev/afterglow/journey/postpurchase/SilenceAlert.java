package dev.afterglow.journey.postpurchase;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Raises the alert when journeys fall silent; asked with the metrics, at most every ten minutes. */
@Component
class SilenceAlert {

    private static final Logger log = LoggerFactory.getLogger(SilenceAlert.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int NAMED = 5;

    private final SilentJourneys journeys;
    private final Clock clock;
    private final Duration longest;
    private Instant asked = Instant.EPOCH;
    private List<String> silent = List.of();

    /** @param longest the drawing's longest pause is fifteen days; a few more are needed to find a good hour */
    SilenceAlert(
            SilentJourneys journeys,
            Clock clock,
            MeterRegistry meters,
            @Value("${afterglow.journey.silence-after:20d}") Duration longest) {
        this.journeys = journeys;
        this.clock = clock;
        this.longest = longest;
        Gauge.builder("afterglow.journeys.silent", this, SilenceAlert::count)
                .description("Running journeys that decided about no touchpoint for too long")
                .register(meters);
    }

    synchronized double count() {
        var now = clock.instant();
        if (asked.plus(LIFE).isBefore(now)) {
            var before = silent.size();
            silent = journeys.since(now.minus(longest));
            asked = now;
            if (silent.size() > before) {
                log.warn(
                        "{} journeys have said nothing for {} days, such as those of the orders {}: look for incidents"
                                + " in Cockpit",
                        silent.size(),
                        longest.toDays(),
                        String.join(", ", silent.subList(0, Math.min(NAMED, silent.size()))));
            }
        }
        return silent.size();
    }
}

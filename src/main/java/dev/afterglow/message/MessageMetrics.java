package dev.afterglow.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.mail.MessagingException;
import org.springframework.stereotype.Component;

/** Counts what became of touchpoints and times the mail server; the names are a promise to dashboards. */
@Component
class MessageMetrics {

    private final MeterRegistry meters;

    MessageMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String touchpoint, Outcome.Status outcome) {
        meters.counter("afterglow.touchpoints", "touchpoint", touchpoint, "outcome", outcome.name())
                .increment();
    }

    /** Something written could not be said; each is worth an alert. */
    void countUnfinished(String touchpoint) {
        meters.counter("afterglow.messages.unfinished", "touchpoint", touchpoint)
                .increment();
    }

    void timeHandOver(String touchpoint, HandOver handOver) throws HandOverFailure, MessagingException {
        var sample = Timer.start(meters);
        try {
            handOver.run();
        } finally {
            sample.stop(meters.timer("afterglow.messages.handover", "touchpoint", touchpoint));
        }
    }
}

package dev.afterglow.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices when a source of orders goes quiet: a webhook that was switched off sends no message about it. */
@Component
public class SourceSilence {

    private static final Logger log = LoggerFactory.getLogger(SourceSilence.class);
    private static final String LOOK_EVERY = "${afterglow.intake.look-every:PT1M}";

    /**
     * How a connected source stands.
     *
     * @param since when it was last heard, or when we began to listen
     * @param allowed how long it may be silent, zero for as long as it likes
     */
    public record Source(String name, Instant since, Duration silence, Duration allowed) {

        /** Whether operators should ask why. */
        public boolean isQuiet() {
            return !allowed.isZero() && silence.compareTo(allowed) > 0;
        }
    }

    private record Expected(String source, String name, Duration allowed) {}

    private final List<Expected> connected;
    private final Heartbeats heartbeats;
    private final Clock clock;
    private final Set<String> quiet = new HashSet<>();

    SourceSilence(IntakeSettings settings, Heartbeats heartbeats, Clock clock, MeterRegistry meters) {
        this.connected = connected(settings);
        this.heartbeats = heartbeats;
        this.clock = clock;
        connected.forEach(expected -> Gauge.builder("afterglow.intake.silence", expected, this::seconds)
                .description("How long a connected source of orders has said nothing")
                .baseUnit("seconds")
                .tag("source", expected.source())
                .strongReference(true)
                .register(meters));
    }

    /** Every connected source, as it stands now. */
    public List<Source> all() {
        return connected.stream().map(this::standing).toList();
    }

    /** Says once that a source fell silent, and once that it is back. */
    @Scheduled(fixedDelayString = LOOK_EVERY, initialDelayString = LOOK_EVERY)
    synchronized void look() {
        for (var source : all()) {
            if (source.isQuiet() && quiet.add(source.name())) {
                log.warn(
                        "{} has told us nothing since {}, longer than the {} it may be quiet. Look at the webhooks there:"
                                + " senders switch them off after failures.",
                        source.name(),
                        source.since(),
                        source.allowed());
            } else if (!source.isQuiet() && quiet.remove(source.name())) {
                log.info("{} speaks again.", source.name());
            }
        }
    }

    private double seconds(Expected expected) {
        return standing(expected).silence().toSeconds();
    }

    private Source standing(Expected expected) {
        var since = heartbeats.silentSince(expected.source());
        var silence = Duration.between(since, clock.instant());
        return new Source(expected.name(), since, silence.isNegative() ? Duration.ZERO : silence, expected.allowed());
    }

    private static List<Expected> connected(IntakeSettings settings) {
        var connected = new ArrayList<Expected>();
        for (var sender : Sender.values()) {
            var source = settings.of(sender);
            if (!source.secrets().isEmpty()) {
                connected.add(new Expected(sender.name(), sender.title(), source.quietAfter()));
            }
        }
        if (!settings.apiKeys().isEmpty()) {
            connected.add(new Expected(Heartbeats.API, "The shop's API", settings.apiQuietAfter()));
        }
        return connected;
    }
}

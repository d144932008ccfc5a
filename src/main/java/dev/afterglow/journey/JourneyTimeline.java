package dev.afterglow.journey;

import dev.afterglow.message.TouchpointRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order's journey as people read it: what was said, where it stands, what is to come.
 *
 * @param instance the engine's id of the running journey, absent before and after
 * @param waitingAt the label of the step it waits at
 * @param outcome how it ended, a word of the drawing
 * @param touchpoints what became of each touchpoint so far, oldest first
 * @param ahead what is planned, soonest first
 */
public record JourneyTimeline(
        State state,
        @Nullable String instance,
        @Nullable String waitingAt,
        @Nullable String outcome,
        @Nullable Instant endedAt,
        List<TouchpointRecord> touchpoints,
        List<Planned> ahead) {

    /** Where a journey stands. */
    public enum State {
        /** None was started: a test, an import of the past, an order cancelled before we heard of it. */
        NONE,
        RUNNING,
        ENDED
    }

    /** A touchpoint still to come, and when. */
    public record Planned(String touchpoint, Instant due) {}
}

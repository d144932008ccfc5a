package dev.afterglow.demo;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is going to happen in the shop, soonest first. */
@Component
@Profile("demo")
class Storyline {

    private final Queue<Happening> happenings = new PriorityQueue<>(Comparator.comparing(Happening::at));

    synchronized void add(Collection<Happening> more) {
        happenings.addAll(more);
    }

    /** Takes the next happening unless it comes later than this instant. */
    synchronized Optional<Happening> nextUntil(Instant instant) {
        var next = happenings.peek();
        return next == null || next.at().isAfter(instant) ? Optional.empty() : Optional.ofNullable(happenings.poll());
    }
}

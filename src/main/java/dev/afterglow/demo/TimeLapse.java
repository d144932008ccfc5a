package dev.afterglow.demo;

import dev.afterglow.journey.TimeMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets the shop's days pass in seconds: orders, parcels and journeys all in their true sequence, one step at a time.
 * A machine that cannot keep up sees slower days, never skipped ones.
 */
@Component
@Profile("demo")
public class TimeLapse implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TimeLapse.class);
    private static final Duration STEP = Duration.ofMillis(250);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "time-lapse"));
    private final TimeMachine machine;
    private final Storyline storyline;
    private volatile Duration dayLength;
    private Instant reached;
    private long steppedAt;

    TimeLapse(TimeMachine machine, Storyline storyline, DemoSettings settings) {
        this.machine = machine;
        this.storyline = storyline;
        this.dayLength = settings.dayLength();
        this.reached = machine.now();
    }

    /** The shop's present. */
    public Instant now() {
        return machine.now();
    }

    /** How long a day lasts; zero while the time-lapse is stopped. */
    public Duration dayLength() {
        return dayLength;
    }

    /** Changes how long a day lasts; zero stops the time-lapse. */
    public synchronized void setDayLength(Duration length) {
        dayLength = length;
        reached = machine.now();
        steppedAt = System.nanoTime();
    }

    /** Lets time pass at once and returns when everything that fell due on the way is done. */
    public synchronized void advance(Duration duration) {
        advanceTo(machine.now().plus(duration));
    }

    synchronized void begin() {
        reached = machine.now();
        steppedAt = System.nanoTime();
        thread.scheduleWithFixedDelay(this::step, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void step() {
        try {
            var passed = Math.min(System.nanoTime() - steppedAt, 2 * STEP.toNanos());
            if (!dayLength.isZero()) {
                advanceTo(reached.plusNanos(
                        (long) (passed * (double) Duration.ofDays(1).toMillis() / dayLength.toMillis())));
            }
        } catch (RuntimeException e) {
            log.warn("The time-lapse stumbled and goes on with its next step", e);
        }
        steppedAt = System.nanoTime();
    }

    private void advanceTo(Instant target) {
        for (var next = storyline.nextUntil(target); next.isPresent(); next = storyline.nextUntil(target)) {
            machine.advanceTo(next.get().at());
            play(next.get());
        }
        machine.advanceTo(target);
        reached = target.isAfter(reached) ? target : reached;
    }

    private static void play(Happening happening) {
        try {
            happening.event().run();
        } catch (RuntimeException e) {
            log.warn("Something planned for {} could not happen in the demo shop", happening.at(), e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}

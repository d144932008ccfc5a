package dev.afterglow.journey;

import dev.afterglow.journey.engine.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Moves time for the demo and for tests: from one due job to the next, each run before time goes on, so that thirty
 * days pass in their true sequence. A single jump would fire only the first timer of every journey.
 */
@Component
@ConditionalOnProperty("afterglow.journey.movable-clock")
public class TimeMachine {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(15);

    private final MovableClock clock;
    private final ManagementService management;
    private final JobExecutor executor;

    TimeMachine(MovableClock clock, ManagementService management, ProcessEngine engine) {
        this.clock = clock;
        this.management = management;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** The present. */
    public Instant now() {
        return clock.instant();
    }

    /** Lets time pass and runs whatever falls due on the way. */
    public void advance(Duration duration) {
        advanceTo(clock.instant().plus(duration));
    }

    /** Goes to an instant and runs whatever falls due on the way; an instant of the past runs what is due now. */
    public synchronized void advanceTo(Instant target) {
        var calm = runDue();
        for (var due = nextDue(target); calm && due.isPresent(); due = nextDue(target)) {
            clock.moveTo(due.get());
            calm = runDue();
        }
        clock.moveTo(target);
    }

    /** Also what fell due since the last look: the clock ticks on, and a jump past it would skip days. */
    private Optional<Instant> nextDue(Instant target) {
        return timers()
                .duedateLowerThan(Date.from(target.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    private JobQuery timers() {
        return management.createJobQuery().active().withRetriesLeft();
    }

    /**
     * Runs what is due: by the job executor where it is on, else here. Answers whether nothing is left; it gives up only
     * when nothing moves any more.
     */
    private boolean runDue() {
        var left = due().count();
        for (var end = patience(); left > 0 && System.nanoTime() < end; ) {
            if (executor.isActive()) {
                executor.jobWasAdded();
                sleep();
            } else {
                due().list().forEach(job -> run(job));
            }
            var before = left;
            left = due().count();
            end = left == before ? end : patience();
        }
        return left == 0;
    }

    private static long patience() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private JobQuery due() {
        return timers().duedateLowerThan(Date.from(clock.instant().plusMillis(1)));
    }

    private void run(Job job) {
        try {
            clock.whileMoving(() -> management.executeJob(job.getId()));
        } catch (RuntimeException e) {
            // What failed is held or tried again by the engine's own rules, exactly as under the job executor.
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(GLANCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

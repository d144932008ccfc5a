package dev.afterglow.journey.engine;

import io.github.bucket4j.UninterruptibleBlockingStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** A clock that can be moved ahead, and the engine's with it; between two moves both keep ticking. */
public class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Thread mover;

    /** Moves to an instant; time never runs backwards, an earlier instant changes nothing. */
    public synchronized void moveTo(Instant instant) {
        if (instant.isAfter(instant())) {
            ahead = Duration.between(real.instant(), instant);
            ClockUtil.offset(ahead.toMillis());
        }
    }

    /** Does something on a thread that moves the clock wherever another would wait for it. */
    public void whileMoving(Runnable work) {
        mover = Thread.currentThread();
        try {
            work.run();
        } finally {
            mover = null;
        }
    }

    void await(long nanoseconds) {
        if (Thread.currentThread() == mover) {
            moveTo(instant().plusNanos(nanoseconds));
        } else {
            UninterruptibleBlockingStrategy.PARKING.parkUninterruptibly(nanoseconds);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("This clock runs in UTC; ask the customer for her zone instead");
    }
}

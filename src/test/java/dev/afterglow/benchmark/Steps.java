package dev.afterglow.benchmark;

import java.util.concurrent.atomic.AtomicInteger;

/** The step that does nothing, and counts how often. */
public final class Steps {

    private final AtomicInteger done = new AtomicInteger();

    /** Does nothing. */
    public boolean done() {
        done.incrementAndGet();
        return true;
    }

    /** How often nothing was done. */
    public int count() {
        return done.get();
    }
}

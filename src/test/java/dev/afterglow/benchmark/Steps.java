package dev.afterglow.benchmark;

import java.util.concurrent.atomic.AtomicInteger;

/** The step that does nothing, and counts how often. */
public final class Steps {

    private static final long GLANCE = 2;

    private final AtomicInteger done = new AtomicInteger();

    /** Does nothing. */
    public boolean done() {
        done.incrementAndGet();
        return true;
    }

    /** Lets an engine work until nothing was done that many times. */
    public void await(int times, Runnable begin, Runnable end) {
        var enough = done.get() + times;
        begin.run();
        try {
            while (done.get() < enough) {
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.run();
    }
}

package dev.afterglow.benchmark;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The statements that {@link CountingDriver} saw pass: how many, and on request which. */
public final class Statements {

    private static final AtomicLong COUNT = new AtomicLong();
    private static volatile @Nullable ConcurrentLinkedQueue<String> recording;

    private Statements() {}

    /** How many were executed since this JVM started, on all connections. */
    public static long count() {
        return COUNT.get();
    }

    /** Those executed while the work is done, on all connections and threads, in sequence. */
    public static List<String> during(Runnable work) {
        var seen = new ConcurrentLinkedQueue<String>();
        recording = seen;
        try {
            work.run();
        } finally {
            recording = null;
        }
        return List.copyOf(seen);
    }

    static void executed(String sql) {
        COUNT.incrementAndGet();
        var seen = recording;
        if (seen != null) {
            seen.add(sql.strip().replaceAll("\\s+", " "));
        }
    }
}

package dev.afterglow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this virtual machine used, without its compilers where the system tells: they are done one day, and not at once. */
final class Cpu {

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final long NANOSECONDS_A_TICK = 10_000_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private Cpu() {}

    /** Nanoseconds so far. */
    static long used() {
        var all = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        return all - compilers();
    }

    private static long compilers() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        try (var threads = Files.list(THREADS)) {
            return threads.mapToLong(Cpu::ofCompiler).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ofCompiler(Path thread) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            if (!name.contains("CompilerThre")) {
                return 0;
            }
            var numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(numbers[USER]) + Long.parseLong(numbers[SYSTEM])) * NANOSECONDS_A_TICK;
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}

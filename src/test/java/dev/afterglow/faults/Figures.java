package dev.afterglow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Prints what a scenario reached, for src/docs/operations.md, with the date, the size of the machine and its load. */
final class Figures {

    private static final Path FILE = Path.of("target/faults/figures.md");

    private Figures() {}

    static void print(String scenario, String format, Object... values) {
        var figure = format.formatted(values);
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var line = "| %s | %s | %s, %d cores, %d GiB, load %.1f |"
                .formatted(
                        scenario,
                        figure,
                        LocalDate.now(ZoneOffset.UTC),
                        machine.getAvailableProcessors(),
                        Math.round(machine.getTotalMemorySize() / (double) (1L << 30)),
                        machine.getSystemLoadAverage());
        System.out.println(line);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

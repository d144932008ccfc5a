package dev.afterglow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was measured: the median of the rounds, as a file, a table and a plot. */
final class Figures {

    private static final Path FOLDER = Path.of("target/benchmark");
    private static final List<String> COLUMNS = List.of(
            "start_statements",
            "start_wal_bytes",
            "start_cpu_ms",
            "fire_statements",
            "fire_wal_bytes",
            "fire_cpu_ms",
            "waiting_rows",
            "waiting_bytes");

    private final Map<Key, List<Double>> measured = new LinkedHashMap<>();

    private record Key(String subject, String metric, long waiting) {}

    void add(String subject, String metric, long waiting, double value) {
        measured.computeIfAbsent(new Key(subject, metric, waiting), key -> new ArrayList<>())
                .add(value);
    }

    List<String> subjects() {
        return measured.keySet().stream().map(Key::subject).distinct().toList();
    }

    List<Long> levels() {
        return List.copyOf(measured.keySet().stream().map(Key::waiting).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The median; application and database together where the metric is CPU. */
    double of(String subject, String metric, long waiting) {
        return metric.endsWith("_cpu_ms")
                ? of(subject, metric + "_application", waiting) + of(subject, metric + "_database", waiting)
                : median(measured.get(new Key(subject, metric, waiting)));
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        var lines = new ArrayList<String>();
        lines.add("subject,database,metric,waiting_orders,value");
        measured.forEach((key, values) -> lines.add(String.format(
                Locale.ROOT,
                "%s,postgresql-17,%s,%d,%.4f",
                key.subject(),
                key.metric(),
                key.waiting(),
                median(values))));
        Files.write(FOLDER.resolve("summary.csv"), lines);
        Files.writeString(FOLDER.resolve("cost.svg"), new Plot(this).svg());
        levels().forEach(level -> System.out.println(table(level)));
    }

    private String table(long level) {
        var text = new StringBuilder("%n%,d waiting orders; per order, median of the rounds%n| |".formatted(level));
        COLUMNS.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n|---|").append("---:|".repeat(COLUMNS.size()));
        for (var subject : subjects()) {
            text.append("\n| ").append(subject).append(" |");
            COLUMNS.forEach(column -> text.append(String.format(
                    Locale.ROOT, column.endsWith("bytes") ? " %.0f |" : " %.2f |", of(subject, column, level))));
        }
        return text.toString();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

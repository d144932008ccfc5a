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
import java.util.stream.IntStream;

/** What was measured, round by round; the median goes into a file, a report and a plot. */
final class Figures {

    private static final Path FOLDER = Path.of("target/benchmark");

    private final Map<Key, List<Double>> measured = new LinkedHashMap<>();

    /** What a figure is about; without waiting orders but those of the rounds it is zero. */
    record Key(String subject, String database, String metric, long waiting) {}

    void add(Key key, double value) {
        measured.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    List<String> subjects(String database, String metric) {
        return measured.keySet().stream()
                .filter(key -> key.database().equals(database) && key.metric().equals(metric))
                .map(Key::subject)
                .distinct()
                .toList();
    }

    List<Long> levels(String database) {
        return List.copyOf(measured.keySet().stream()
                .filter(key -> key.database().equals(database))
                .map(Key::waiting)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The median; not a number where it was not measured. */
    double of(Key key) {
        return median(measured.getOrDefault(key, List.of()));
    }

    /** The median of the rounds' own ratios: neighbours in time share what else the machine does. */
    double ratio(List<Key> above, List<Key> below) {
        var rounds = above.stream()
                .mapToInt(key -> measured.getOrDefault(key, List.of()).size())
                .min()
                .orElse(0);
        return median(IntStream.range(0, rounds)
                .mapToObj(round -> sum(above, round) / sum(below, round))
                .toList());
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        var lines = new ArrayList<String>();
        lines.add("subject,database,metric,waiting_orders,value");
        measured.forEach((key, values) -> lines.add(String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%.4f",
                key.subject(),
                key.database(),
                key.metric(),
                key.waiting(),
                median(values))));
        Files.write(FOLDER.resolve("summary.csv"), lines);
        Files.writeString(FOLDER.resolve("cost.svg"), new Plot(this).svg());
        Files.writeString(FOLDER.resolve("report.md"), new Report(this).text());
    }

    private double sum(List<Key> keys, int round) {
        return keys.stream().mapToDouble(key -> measured.get(key).get(round)).sum();
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

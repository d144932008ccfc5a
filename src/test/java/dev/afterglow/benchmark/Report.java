package dev.afterglow.benchmark;

import dev.afterglow.benchmark.Figures.Key;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as tables: what was to reach, and everything beside its peers. */
final class Report {

    private static final String POSTGRES = "postgresql-17";
    private static final List<String> COLUMNS = List.of(
            "start_statements",
            "start_wal_bytes",
            "start_cpu_ms",
            "fire_statements",
            "fire_wal_bytes",
            "fire_cpu_ms",
            "waiting_rows",
            "waiting_bytes");

    private final Figures figures;
    private final StringBuilder text = new StringBuilder();

    Report(Figures figures) {
        this.figures = figures;
    }

    String text() {
        goals();
        List.of(POSTGRES, "h2")
                .forEach(database -> figures.levels(database).stream()
                        .filter(level ->
                                figures.subjects(database, "fire_statements").contains("afterglow"))
                        .forEach(level -> table(database, level)));
        return text.toString();
    }

    private void goals() {
        var levels = figures.levels(POSTGRES);
        var most = levels.get(levels.size() - 1);
        line("| Figure | Reached | To reach |\n|---|---:|---:|");
        goal("Start of a journey: statements", of("afterglow", "start_statements"), "≤ 15");
        goal("Start of a journey: WAL bytes", of("afterglow", "start_wal_bytes"), "≤ 7,000");
        goal("A whole touchpoint: statements", of("afterglow", "fire_statements"), "≤ 22");
        goal("A whole touchpoint: WAL bytes", of("afterglow", "fire_wal_bytes"), "≤ 6,000");
        goal("A bare timer of stock Camunda: statements", of("camunda", "fire_statements"), "");
        goal("A bare timer of stock Camunda: WAL bytes", of("camunda", "fire_wal_bytes"), "");
        goal("Rows of the engine per waiting order", figures.of(key("afterglow", "waiting_rows", most)), "≤ 7");
        goal("Bytes of the engine per waiting order", figures.of(key("afterglow", "waiting_bytes", most)), "≤ 2,800");
        for (var level : List.of(0L, most)) {
            goal(
                    String.format(
                            Locale.ROOT, "CPU of stock Camunda beside the engine alone, %,d waiting orders", level),
                    times("camunda", level),
                    "≥ 1.6");
            goal(
                    String.format(Locale.ROOT, "CPU of Flowable beside the engine alone, %,d waiting orders", level),
                    times("flowable", level),
                    "≥ 2");
        }
        for (var metric : List.of("fire_statements", "fire_wal_bytes", "fire_cpu_ms")) {
            goal(
                    String.format(Locale.ROOT, "%s at %,d waiting orders against an empty database", metric, most),
                    figures.of(key("afterglow", metric, most)) / of("afterglow", metric),
                    "≤ 1.2");
        }
        goal(
                "Two nodes against one, the mail server answering in 50 ms",
                figures.ratio(
                        List.of(key("two-nodes", "touchpoints_per_s", 0)),
                        List.of(key("one-node", "touchpoints_per_s", 0))),
                "≥ 1.9");
        for (var page : List.of("orders", "order", "cockpit_start", "tasklist_filter")) {
            goal(
                    String.format(Locale.ROOT, "Page %s at %,d waiting orders: ms", page.replace('_', ' '), most),
                    figures.of(key("afterglow", "page_" + page + "_ms", most)),
                    "< 200");
        }
        goal("Touchpoints a second, one node", of("one-node", "touchpoints_per_s"), "");
        goal("Touchpoints a second, two nodes", of("two-nodes", "touchpoints_per_s"), "");
    }

    /** How many times as much CPU another engine uses for the same small process, started and fired. */
    private double times(String engine, long waiting) {
        return figures.ratio(startAndFire(engine, waiting), startAndFire("afterglow-engine", waiting));
    }

    private static List<Key> startAndFire(String engine, long waiting) {
        return List.of(key(engine, "start_cpu_ms", waiting), key(engine, "fire_cpu_ms", waiting));
    }

    private void table(String database, long level) {
        line(String.format(
                Locale.ROOT, "%n%s, %,d waiting orders; per order, median of the rounds%n", database, level));
        line("| | " + COLUMNS.stream().collect(Collectors.joining(" | ")) + " |");
        line("|---|" + "---:|".repeat(COLUMNS.size()));
        for (var subject : figures.subjects(database, "fire_statements")) {
            line("| " + subject
                    + COLUMNS.stream()
                            .map(metric -> number(figures.of(new Key(subject, database, metric, level))))
                            .collect(Collectors.joining(" | ", " | ", " |")));
        }
    }

    private double of(String subject, String metric) {
        return figures.of(key(subject, metric, 0));
    }

    private static Key key(String subject, String metric, long waiting) {
        return new Key(subject, POSTGRES, metric, waiting);
    }

    private void goal(String what, double reached, String toReach) {
        line("| " + what + " | " + number(reached) + " | " + toReach + " |");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

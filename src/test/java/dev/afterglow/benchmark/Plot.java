package dev.afterglow.benchmark;

import java.util.List;
import java.util.Locale;

/** Two pictures in one: what a step costs beside stock Camunda, and how its CPU grows with the orders that wait. */
final class Plot {

    private static final List<String> COLOURS =
            List.of("#b4552d", "#e0a458", "#3d5a80", "#7a9cc6", "#5b8c5a", "#8d8d8d");
    private static final List<String> METRICS = List.of("fire_statements", "fire_wal_bytes", "fire_cpu_ms");

    private static final String POSTGRES = "postgresql-17";

    private final Figures figures;
    private final List<String> subjects;
    private final StringBuilder svg = new StringBuilder();

    Plot(Figures figures) {
        this.figures = figures;
        this.subjects = figures.subjects(POSTGRES, "fire_statements");
    }

    String svg() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000\" height=\"460\" font-family=\"sans-serif\""
                + " font-size=\"12\">\n<rect width=\"1000\" height=\"460\" fill=\"white\"/>\n");
        text(40, 24, "One due step, stock Camunda = 1 (afterglow: a whole touchpoint; the others: a no-op)");
        text(560, 24, "CPU ms per due step, by waiting orders");
        bars();
        lines();
        legend();
        return svg.append("</svg>\n").toString();
    }

    private double of(String subject, String metric, long waiting) {
        return figures.of(new Figures.Key(subject, POSTGRES, metric, waiting));
    }

    private void bars() {
        for (var group = 0; group < METRICS.size(); group++) {
            var metric = METRICS.get(group);
            var x = 40 + group * 160;
            text(x, 390, metric.substring("fire_".length()).replace('_', ' '));
            for (var bar = 0; bar < subjects.size(); bar++) {
                var ratio = of(subjects.get(bar), metric, 0) / of("camunda", metric, 0);
                var height = Math.min(320, ratio * 150);
                add(
                        "<rect x=\"%d\" y=\"%.1f\" width=\"18\" height=\"%.1f\" fill=\"%s\"/>",
                        x + bar * 21, 370 - height, height, COLOURS.get(bar));
                add("<text x=\"%d\" y=\"%.1f\" font-size=\"9\">%.2f</text>", x + bar * 21, 366 - height, ratio);
            }
        }
    }

    private void lines() {
        var levels =
                figures.levels(POSTGRES).stream().filter(level -> level > 0).toList();
        var most = subjects.stream()
                .flatMapToDouble(subject -> levels.stream().mapToDouble(level -> of(subject, "fire_cpu_ms", level)))
                .max()
                .orElse(1);
        for (var level : levels) {
            text(x(level) - 15, 390, String.format(Locale.ROOT, "%,d", level));
        }
        for (var line = 0; line < subjects.size(); line++) {
            var subject = subjects.get(line);
            var points = new StringBuilder();
            for (var level : levels) {
                var value = of(subject, "fire_cpu_ms", level);
                var y = 370 - value / most * 320;
                points.append(String.format(Locale.ROOT, "%d,%.1f ", x(level), y));
                add("<text x=\"%d\" y=\"%.1f\" font-size=\"9\">%.2f</text>", x(level) + 4, y - 4, value);
            }
            add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, COLOURS.get(line));
        }
    }

    /** A thousand at the left, a million at the right, each power of ten as far as the one before. */
    private static int x(long level) {
        return (int) (580 + (Math.log10(level) - 3) * 120);
    }

    private void legend() {
        for (var line = 0; line < subjects.size(); line++) {
            add(
                    "<rect x=\"%d\" y=\"425\" width=\"12\" height=\"12\" fill=\"%s\"/>",
                    40 + line * 150, COLOURS.get(line));
            text(58 + line * 150, 435, subjects.get(line));
        }
    }

    private void text(int x, int y, String words) {
        add("<text x=\"%d\" y=\"%d\">%s</text>", x, y, words);
    }

    private void add(String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    }
}

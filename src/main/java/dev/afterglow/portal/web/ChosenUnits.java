package dev.afterglow.portal.web;

import dev.afterglow.returns.Units;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many of each thing the customer picked; the steps of the form hand it on as {@code q0}, {@code q1}, …
 *
 * @param byLine the quantity by the thing's place in the order, without those of which none was picked
 */
record ChosenUnits(Map<Integer, Integer> byLine) {

    private static final String FIELD = "q";

    static ChosenUnits of(HttpServletRequest request, int lines) {
        return new ChosenUnits(IntStream.range(0, lines)
                .filter(line -> quantity(request, line) > 0)
                .boxed()
                .collect(Collectors.toMap(line -> line, line -> quantity(request, line))));
    }

    /** How many of one thing. */
    public int of(int line) {
        return byLine.getOrDefault(line, 0);
    }

    /** The same as the end of an address, to go back a step. */
    public String query() {
        return byLine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(chosen -> FIELD + chosen.getKey() + "=" + chosen.getValue())
                .collect(Collectors.joining("&"));
    }

    boolean isEmpty() {
        return byLine.isEmpty();
    }

    List<Units> units() {
        return byLine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(chosen -> new Units(chosen.getKey(), chosen.getValue()))
                .toList();
    }

    private static int quantity(HttpServletRequest request, int line) {
        var text = request.getParameter(FIELD + line);
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}

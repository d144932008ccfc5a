package dev.afterglow.model;

/**
 * One mistake made in the good drawing.
 *
 * @param rule the rule that must find it
 * @param element what the finding must name
 */
record Planted(String rule, String element, String text, String replacement) {

    static Planted in(String rule, String element, String text, String replacement) {
        return new Planted(rule, element, text, replacement);
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(rule, replacement.isBlank() ? "without " + text : replacement);
    }
}

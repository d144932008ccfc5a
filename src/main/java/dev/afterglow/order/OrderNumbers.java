package dev.afterglow.order;

/** Order numbers as people type them. */
final class OrderNumbers {

    private OrderNumbers() {}

    static String plain(String number) {
        var text = number.strip();
        return text.startsWith("#") ? text.substring(1) : text;
    }
}

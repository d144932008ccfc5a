package dev.afterglow.order;

/** Identifies an order; its text form is the business key of the order's journey. */
public record OrderId(long value) {

    public OrderId {
        if (value <= 0) {
            throw new IllegalArgumentException("An order id is positive, not " + value);
        }
    }

    /** Reads a business key back. */
    public static OrderId parse(String text) {
        return new OrderId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

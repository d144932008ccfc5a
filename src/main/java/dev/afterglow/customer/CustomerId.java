package dev.afterglow.customer;

/** Identifies a customer across all of her orders. */
public record CustomerId(long value) {

    public CustomerId {
        if (value <= 0) {
            throw new IllegalArgumentException("A customer id is positive, not " + value);
        }
    }
}

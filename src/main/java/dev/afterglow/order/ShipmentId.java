package dev.afterglow.order;

/** Identifies a parcel across all orders. */
public record ShipmentId(long value) {

    public ShipmentId {
        if (value <= 0) {
            throw new IllegalArgumentException("A shipment id is positive, not " + value);
        }
    }

    /** Reads the text form back. */
    public static ShipmentId parse(String text) {
        return new ShipmentId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

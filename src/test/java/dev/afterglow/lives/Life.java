package dev.afterglow.lives;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What one customer does in two months, counted from the beginning of her world.
 *
 * @param consent what she said about offers when she bought: yes, no, or nothing
 */
record Life(Locale language, Boolean consent, List<Purchase> purchases, List<Doing> doings) {

    /** How a parcel fares. */
    enum Fate {
        ARRIVES,
        IS_LATE,
        IS_LOST,
        NEVER_LEAVES
    }

    /**
     * An order.
     *
     * @param travels from the order to its arrival
     */
    record Purchase(Duration at, Place place, String sku, Fate fate, Duration travels) {}

    /**
     * Something done about one of her orders.
     *
     * @param purchase which of them, counted on beyond the last
     */
    record Doing(Duration at, int purchase, Deed deed) {}
}

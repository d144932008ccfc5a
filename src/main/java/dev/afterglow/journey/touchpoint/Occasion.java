package dev.afterglow.journey.touchpoint;

import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Shipment;
import org.jspecify.annotations.Nullable;

/**
 * What makes one sending of a touchpoint differ from another for the same order.
 *
 * @param occurrence the id of the parcel, return, case or answer, 0 when there is none
 */
record Occasion(
        long occurrence,
        @Nullable Shipment shipment,
        @Nullable Matter matter) {

    static final Occasion ONLY = new Occasion(0, null, null);
}

package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Shipment;
import org.jspecify.annotations.Nullable;

/**
 * What makes one sending of a touchpoint differ from another for the same order.
 *
 * @param occurrence the id of the parcel, return, case or answer, 0 when there is none
 * @param recipient where it goes when not to the customer's own address
 */
record Occasion(
        long occurrence,
        @Nullable Shipment shipment,
        @Nullable Matter matter,
        @Nullable EmailAddress recipient) {

    static final Occasion ONLY = new Occasion(0, null, null, null);
}

package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Which way a message goes.
 *
 * @param customer whom a provider may know by her id, absent for mail
 * @param address where she is reached besides her mail address: a number or a device's token
 * @param fallback the way it goes when it is refused on this one
 */
public record Route(
        Channel channel,
        @Nullable CustomerId customer,
        @Nullable String address,
        @Nullable Channel fallback) {

    /** By mail, and by nothing else. */
    public static final Route MAIL = new Route(Channel.MAIL, null, null, null);
}

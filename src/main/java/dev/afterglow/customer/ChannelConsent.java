package dev.afterglow.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The customer's latest word on a channel besides mail.
 *
 * @param address where she is reached: a number or a device's token; absent when the provider knows her by her id
 * @param source where it was given, such as {@code app}
 */
public record ChannelConsent(
        Channel channel, boolean granted, @Nullable String address, String source, Instant at) {}

package dev.afterglow.journey.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the contact policy has to know about an order's customer, across all of her orders.
 *
 * @param channelWanted whether she agrees to be reached this way; to mail everybody does
 * @param consent whether she agrees to this kind of message and has not asked us to pause
 * @param deliveredAt when the last parcel of this order arrived, absent while one is under way
 * @param openReturn whether something is on its way back
 * @param promotions promotional messages sent for this order so far
 * @param lastContactAt when we last wrote to her of our own accord
 * @param contactsInWeek how often we did in the last seven days
 * @param hasOtherJourney whether another of her orders is being accompanied
 * @param begun whether this very message was let go before and may be on its way: it needs no second turn
 */
record ContactFacts(
        boolean suppressed,
        boolean channelWanted,
        boolean cancelled,
        boolean consent,
        @Nullable Instant deliveredAt,
        boolean openReturn,
        boolean openCase,
        boolean boughtAgain,
        int promotions,
        @Nullable Instant lastContactAt,
        int contactsInWeek,
        boolean hasOtherJourney,
        boolean begun) {}

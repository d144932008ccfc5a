package dev.afterglow.journey.content;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the shop can offer besides a selection.
 *
 * @param earlyAccessUrl where what is new can be seen before the others; without it nobody is promised so
 * @param voucherAmount what a reactivation's voucher is worth, in the order's currency; without it there is none
 */
@ConfigurationProperties("afterglow.journey.offers")
public record OfferSettings(
        @Nullable URI earlyAccessUrl, @Nullable BigDecimal voucherAmount) {}

package dev.afterglow.customer;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When an address that may work tomorrow has not worked for too long.
 *
 * @param most how many mails may come back because a mailbox is full or a server away, before it is left alone
 * @param within the time they are counted in
 */
@Validated
@ConfigurationProperties("afterglow.customer.soft-bounces")
record SoftBounceSettings(
        @DefaultValue("5") @Positive int most,
        @DefaultValue("30d") Duration within) {}

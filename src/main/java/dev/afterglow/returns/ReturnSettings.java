package dev.afterglow.returns;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shop's terms of return; whether a return is accepted is decided by return-policy.dmn.
 *
 * @param address where parcels go, absent when it is the shop's postal address
 * @param shippingFee what the way back costs a customer who changes her mind, in the order's currency
 * @param sendWithin how long an approved return waits for its parcel; return-handling.bpmn waits as long
 * @param withdrawWithin the withdrawal period, counted from the day after delivery
 * @param finalSale categories whose things are made to measure or sealed for hygiene: not returned for a change of mind
 *     and exempt from withdrawal
 * @param correctWithin how long an agent may take back what was granted; return-handling.bpmn waits as long
 */
@ConfigurationProperties("afterglow.returns")
record ReturnSettings(
        @Nullable String address,
        @DefaultValue("4.90") BigDecimal shippingFee,
        @DefaultValue("P28D") Period sendWithin,
        @DefaultValue("P14D") Period withdrawWithin,
        @DefaultValue Set<String> finalSale,
        @DefaultValue("P7D") Period correctWithin) {}

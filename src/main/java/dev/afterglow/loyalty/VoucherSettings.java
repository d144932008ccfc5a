package dev.afterglow.loyalty;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How vouchers are issued.
 *
 * @param validFor how long a voucher can be used
 */
@ConfigurationProperties("afterglow.loyalty.vouchers")
record VoucherSettings(@DefaultValue("P2Y") Period validFor) {}

/** Points, tiers, vouchers, referrals. */
@NullMarked
@ApplicationModule(allowedDependencies = "customer")
package dev.afterglow.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

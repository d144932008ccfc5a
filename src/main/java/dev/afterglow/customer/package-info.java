/** Who we may write to: contact, locale, time zone, consent, suppression, erasure. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.afterglow.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

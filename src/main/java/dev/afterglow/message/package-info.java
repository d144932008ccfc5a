/** Touchpoints rendered and sent once; the message ledger; channels. */
@NullMarked
@ApplicationModule(allowedDependencies = {"customer"})
package dev.afterglow.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

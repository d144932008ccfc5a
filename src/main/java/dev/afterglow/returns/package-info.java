/** Returns by RMA number, exchanges, store credit, withdrawals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "catalog", "customer"})
package dev.afterglow.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

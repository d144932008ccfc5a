/** The customer's pages behind a signed link. */
@NullMarked
@ApplicationModule(allowedDependencies = {"returns", "feedback", "support", "order", "catalog", "customer"})
package dev.afterglow.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** REST, webhooks and files in: verify, de-duplicate, translate. */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "catalog", "customer", "returns"})
package dev.afterglow.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The only module that knows the engine: delegates, correlation, deployment, engine configuration. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"message", "returns", "feedback", "support", "loyalty", "catalog", "order", "customer"})
package dev.afterglow.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

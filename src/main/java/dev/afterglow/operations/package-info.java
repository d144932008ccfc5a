/** Pages and endpoints for the people who run it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"journey", "intake", "message", "order", "catalog", "customer"})
package dev.afterglow.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Orders and shipments as the shop and the carrier told us. */
@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "catalog"})
package dev.afterglow.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
